// autograd::Functions around the loops of kernels.cpp, split over threads by fixed row ranges so that a repeated run
// gives the same bits. Not an operator library: only what a post-norm encoder layer needs.
#include "train/text_fused_ops.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "train/attention_kernels.hpp"

namespace emo::train {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Function;
using torch::autograd::variable_list;

// Runs fn(begin, end, part) over `rows` split into one fixed part per thread.
template <class Fn>
void for_parts(std::int64_t rows, int parts, const Fn& fn) {
  at::parallel_for(0, parts, 1, [&](std::int64_t first, std::int64_t last) {
    for (std::int64_t part = first; part < last; ++part) {
      const std::int64_t begin = rows * part / parts;
      const std::int64_t end = rows * (part + 1) / parts;
      if (begin < end) fn(begin, end, part);
    }
  });
}

float* data(const at::Tensor& tensor) {
  return tensor.data_ptr<float>();
}

struct BiasGelu : public Function<BiasGelu> {
  static at::Tensor forward(AutogradContext* ctx, const at::Tensor& x, const at::Tensor& bias) {
    const at::Tensor xc = x.contiguous();
    at::Tensor y = at::empty_like(xc);
    const std::int64_t rows = xc.size(0);
    const std::int64_t d = xc.size(1);
    for_parts(rows, at::get_num_threads(), [&](std::int64_t b, std::int64_t e, std::int64_t) {
      bias_gelu_forward(data(xc) + b * d, data(bias), data(y) + b * d, e - b, d);
    });
    ctx->save_for_backward({xc, bias});
    return y;
  }

  static variable_list backward(AutogradContext* ctx, variable_list grads) {
    const auto saved = ctx->get_saved_variables();
    const at::Tensor dy = grads[0].contiguous();
    const at::Tensor& x = saved[0];
    const std::int64_t rows = x.size(0);
    const std::int64_t d = x.size(1);
    const int parts = at::get_num_threads();
    at::Tensor dx = at::empty_like(x);
    at::Tensor partial = at::zeros({parts, d}, x.options());
    for_parts(rows, parts, [&](std::int64_t b, std::int64_t e, std::int64_t part) {
      bias_gelu_backward(data(x) + b * d, data(saved[1]), data(dy) + b * d, data(dx) + b * d, data(partial) + part * d,
                         e - b, d);
    });
    return {dx, partial.sum(0)};
  }
};

struct ResidualNorm : public Function<ResidualNorm> {
  static at::Tensor forward(AutogradContext* ctx, const at::Tensor& x, const at::Tensor& bias,
                            const at::Tensor& residual, const at::Tensor& gamma, const at::Tensor& beta, double eps,
                            std::int64_t seed, double p) {
    const at::Tensor xc = x.contiguous();
    const at::Tensor rc = residual.contiguous();
    at::Tensor y = at::empty_like(xc);
    at::Tensor xhat = at::empty_like(xc);
    const std::int64_t rows = xc.size(0);
    const std::int64_t d = xc.size(1);
    at::Tensor rstd = at::empty({rows}, xc.options());
    const Dropout dropout{static_cast<std::uint32_t>(seed), static_cast<float>(p)};
    for_parts(rows, at::get_num_threads(), [&](std::int64_t b, std::int64_t e, std::int64_t) {
      const NormForward args{data(xc) + b * d,   data(bias),     data(rc) + b * d,
                             data(gamma),        data(beta),     data(y) + b * d,
                             data(xhat) + b * d, data(rstd) + b, static_cast<float>(eps)};
      residual_norm_forward(args, dropout, b, e - b, d);
    });
    ctx->save_for_backward({xhat, rstd, gamma});
    ctx->saved_data["seed"] = seed;
    ctx->saved_data["p"] = p;
    return y;
  }

  static variable_list backward(AutogradContext* ctx, variable_list grads) {
    const auto saved = ctx->get_saved_variables();
    const at::Tensor dy = grads[0].contiguous();
    const std::int64_t rows = dy.size(0);
    const std::int64_t d = dy.size(1);
    const int parts = at::get_num_threads();
    at::Tensor dx = at::empty_like(dy);
    at::Tensor dres = at::empty_like(dy);
    at::Tensor partial = at::zeros({parts, 3, d}, dy.options());
    const Dropout dropout{static_cast<std::uint32_t>(ctx->saved_data["seed"].toInt()),
                          static_cast<float>(ctx->saved_data["p"].toDouble())};
    for_parts(rows, parts, [&](std::int64_t b, std::int64_t e, std::int64_t part) {
      float* sums = data(partial) + part * 3 * d;
      const NormBackward args{data(dy) + b * d,
                              data(saved[0]) + b * d,
                              data(saved[1]) + b,
                              data(saved[2]),
                              data(dx) + b * d,
                              data(dres) + b * d,
                              sums,
                              sums + d,
                              sums + 2 * d};
      residual_norm_backward(args, dropout, b, e - b, d);
    });
    const at::Tensor sums = partial.sum(0);
    return {dx, sums[0], dres, sums[1], sums[2], at::Tensor(), at::Tensor(), at::Tensor()};
  }
};

// Offsets of each (sequence, head) block in the saved probabilities.
std::vector<std::int64_t> block_offsets(const SequenceStarts& starts, std::int64_t heads) {
  std::vector<std::int64_t> offsets(starts.size(), 0);
  for (std::size_t b = 0; b + 1 < starts.size(); ++b) {
    const std::int64_t t = starts[b + 1] - starts[b];
    offsets[b + 1] = offsets[b] + heads * t * t;
  }
  return offsets;
}

struct PackedAttention : public Function<PackedAttention> {
  static at::Tensor forward(AutogradContext* ctx, const at::Tensor& qkv, const at::Tensor& bias,
                            const SequenceStarts& starts, std::int64_t heads, std::int64_t seed, double p) {
    const at::Tensor in = qkv.contiguous();
    const at::Tensor by_offset = bias.contiguous();
    const std::int64_t d = in.size(1) / 3;
    at::Tensor out = at::empty({in.size(0), d}, in.options());
    const auto offsets = block_offsets(starts, heads);
    at::Tensor probs = at::empty({offsets.back()}, in.options());
    each_head(starts, heads, d, [&](std::size_t b, std::int64_t h, const AttentionShape& s, float* scratch) {
      const Dropout dropout = dropout_of(seed, p, b, h, heads);
      attention_forward(data(in) + starts[b] * 3 * d + h * s.head_dim, own_place(by_offset, h),
                        data(probs) + offsets[b] + h * s.tokens * s.tokens, data(out) + starts[b] * d + h * s.head_dim,
                        s, dropout, scratch);
    });
    ctx->save_for_backward({in, probs});
    ctx->saved_data["starts"] = starts;
    ctx->saved_data["heads"] = heads;
    ctx->saved_data["offsets"] = bias.size(1);
    ctx->saved_data["seed"] = seed;
    ctx->saved_data["p"] = p;
    return out;
  }

  static variable_list backward(AutogradContext* ctx, variable_list grads) {
    const auto saved = ctx->get_saved_variables();
    const at::Tensor dy = grads[0].contiguous();
    const at::Tensor& in = saved[0];
    const SequenceStarts starts = ctx->saved_data["starts"].toIntVector();
    const std::int64_t heads = ctx->saved_data["heads"].toInt();
    const std::int64_t seed = ctx->saved_data["seed"].toInt();
    const double p = ctx->saved_data["p"].toDouble();
    const std::int64_t d = in.size(1) / 3;
    const auto offsets = block_offsets(starts, heads);
    at::Tensor dqkv = at::empty_like(in);
    const std::int64_t columns = ctx->saved_data["offsets"].toInt();
    at::Tensor partial = at::zeros({at::get_num_threads(), heads, columns}, in.options());  // of the bias, by thread
    each_head(starts, heads, d, [&](std::size_t b, std::int64_t h, const AttentionShape& s, float* scratch) {
      const Dropout dropout = dropout_of(seed, p, b, h, heads);
      const std::int64_t at = starts[b] * 3 * d + h * s.head_dim;
      attention_backward(data(in) + at, data(saved[1]) + offsets[b] + h * s.tokens * s.tokens,
                         data(dy) + starts[b] * d + h * s.head_dim, data(dqkv) + at,
                         own_place(partial, at::get_thread_num() * heads + h), s, dropout, scratch);
    });
    const at::Tensor dbias = columns > 0 ? partial.sum(0) : at::Tensor();
    return {dqkv, dbias, at::Tensor(), at::Tensor(), at::Tensor(), at::Tensor()};
  }

 private:
  // The middle of row `row` of a table by offset, whatever its leading extents; nullptr if it has no columns.
  static float* own_place(const at::Tensor& table, std::int64_t row) {
    const std::int64_t columns = table.size(-1);
    if (columns == 0) return nullptr;
    return data(table) + row * columns + columns / 2;
  }

  static Dropout dropout_of(std::int64_t seed, double p, std::size_t b, std::int64_t h, std::int64_t heads) {
    const auto block = static_cast<std::uint32_t>(b * static_cast<std::size_t>(heads)) + static_cast<std::uint32_t>(h);
    return {static_cast<std::uint32_t>(seed) + block * 0x9e3779b9U, static_cast<float>(p)};
  }

  template <class Fn>
  static void each_head(const SequenceStarts& starts, std::int64_t heads, std::int64_t d, const Fn& fn) {
    const auto sequences = static_cast<std::int64_t>(starts.size()) - 1;
    const std::int64_t longest = longest_of(starts);
    const std::int64_t head_dim = d / heads;
    at::parallel_for(0, sequences, 1, [&](std::int64_t first, std::int64_t last) {
      std::vector<float> scratch(static_cast<std::size_t>(attention_scratch(longest, head_dim)));
      for (std::int64_t b = first; b < last; ++b) {
        const auto i = static_cast<std::size_t>(b);
        const AttentionShape shape{starts[i + 1] - starts[i], head_dim, 3 * d, d};
        for (std::int64_t h = 0; h < heads; ++h) fn(i, h, shape, scratch.data());
      }
    });
  }
};

at::Tensor lengths_of(const SequenceStarts& starts) {
  at::Tensor lengths = at::empty({static_cast<std::int64_t>(starts.size()) - 1}, at::kLong);
  auto* out = lengths.data_ptr<std::int64_t>();
  for (std::size_t b = 0; b + 1 < starts.size(); ++b) out[b] = starts[b + 1] - starts[b];
  return lengths;
}

}  // namespace

namespace reference {

at::Tensor bias_gelu(const at::Tensor& x, const at::Tensor& bias) {
  return at::gelu(x + bias);
}

at::Tensor residual_norm(const at::Tensor& x, const at::Tensor& bias, const at::Tensor& residual,
                         const at::Tensor& gamma, const at::Tensor& beta, double eps, double dropout_p) {
  const at::Tensor dropped = at::dropout(x + bias, dropout_p, dropout_p > 0);
  return at::layer_norm(residual + dropped, {x.size(1)}, gamma, beta, eps);
}

at::Tensor packed_attention(const at::Tensor& qkv, const at::Tensor& bias, const SequenceStarts& starts,
                            std::int64_t heads, double dropout_p) {
  const std::int64_t d = qkv.size(1) / 3;
  const std::int64_t head_dim = d / heads;
  const at::Tensor lengths = lengths_of(starts);
  const std::int64_t batch = lengths.size(0);
  const std::int64_t longest = longest_of(starts);
  const at::Tensor mask = (at::arange(longest).unsqueeze(0) < lengths.unsqueeze(1)).to(qkv.device());  // [B, T]
  const at::Tensor where = mask.view(-1).nonzero().squeeze(1);                                         // [N]
  const at::Tensor padded = at::zeros({batch * longest, 3 * d}, qkv.options()).index_copy(0, where, qkv);
  const auto parts = padded.view({batch, longest, 3, heads, head_dim}).permute({2, 0, 3, 1, 4});
  at::Tensor scores = at::matmul(parts[0], parts[1].transpose(-1, -2)) / std::sqrt(static_cast<double>(head_dim));
  if (bias.defined()) {
    const at::Tensor place = at::arange(longest, bias.options().dtype(at::kLong));
    const at::Tensor offsets = place.unsqueeze(0) - place.unsqueeze(1) + bias.size(1) / 2;  // [T, T], key minus query
    scores = scores + bias.index_select(1, offsets.view(-1)).view({1, heads, longest, longest});
  }
  scores = scores.masked_fill(mask.logical_not().view({batch, 1, 1, longest}), -1e30);
  const at::Tensor probs = at::dropout(at::softmax(scores, -1), dropout_p, dropout_p > 0);
  return at::matmul(probs, parts[2]).transpose(1, 2).reshape({batch * longest, d}).index_select(0, where);
}

}  // namespace reference

at::Tensor bias_gelu(const at::Tensor& x, const at::Tensor& bias) {
  return x.is_cpu() ? BiasGelu::apply(x, bias) : reference::bias_gelu(x, bias);
}

at::Tensor residual_norm(const at::Tensor& x, const at::Tensor& bias, const at::Tensor& residual,
                         const at::Tensor& gamma, const at::Tensor& beta, double eps, const Dropout& dropout) {
  if (!x.is_cpu()) return reference::residual_norm(x, bias, residual, gamma, beta, eps, dropout.p);
  return ResidualNorm::apply(x, bias, residual, gamma, beta, eps, static_cast<std::int64_t>(dropout.seed),
                             static_cast<double>(dropout.p));
}

at::Tensor packed_attention(const at::Tensor& qkv, const at::Tensor& bias, const SequenceStarts& starts,
                            std::int64_t heads, const Dropout& dropout) {
  if (!qkv.is_cpu()) return reference::packed_attention(qkv, bias, starts, heads, dropout.p);
  // A Function takes no undefined tensors.
  const at::Tensor by_offset = bias.defined() ? bias : at::empty({heads, 0}, qkv.options());
  return PackedAttention::apply(qkv, by_offset, starts, heads, static_cast<std::int64_t>(dropout.seed),
                                static_cast<double>(dropout.p));
}

at::Tensor mean_pool(const at::Tensor& x, const SequenceStarts& starts) {
  const at::Tensor lengths = lengths_of(starts);
  const at::Tensor owner = at::arange(lengths.size(0)).repeat_interleave(lengths).to(x.device());  // [N]
  const at::Tensor sums = at::zeros({lengths.size(0), x.size(1)}, x.options()).index_add(0, owner, x);
  return sums / lengths.to(x.device(), x.scalar_type()).unsqueeze(1);
}

}  // namespace emo::train
