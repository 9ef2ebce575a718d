// Fused element-wise loops of the CPU training path, forward and backward, on plain arrays; attention's are in
// attention_kernels.hpp. They exist because at fine-tuning sizes half of the time goes into unfused passes over memory.
#pragma once

#include <cstdint>

namespace emo::train {

/// Dropout without a stored mask: element i is kept when a hash of (seed, i) is at or above p * 2^32, so forward and
/// backward agree and a resumed run repeats the same masks. p = 0 switches it off.
struct Dropout {
  std::uint32_t seed = 0;
  float p = 0.0F;
};

/// y = gelu(x + bias), erf form. x, y [rows, d]; bias [d].
void bias_gelu_forward(const float* x, const float* bias, float* y, std::int64_t rows, std::int64_t d);

/// dx = dy * gelu'(x + bias); dbias [d] += column sums of dx.
void bias_gelu_backward(const float* x, const float* bias, const float* dy, float* dx, float* dbias, std::int64_t rows,
                        std::int64_t d);

/// y = LayerNorm(residual + dropout(x + bias)) * gamma + beta. `xhat` [rows, d] and `rstd` [rows] are kept for the
/// backward pass. `first_row` is the index of row 0 in the whole batch (dropout masks do not depend on threads).
struct NormForward {
  const float *x, *bias, *residual, *gamma, *beta;
  float *y, *xhat, *rstd;
  float eps;
};
void residual_norm_forward(const NormForward& a, const Dropout& dropout, std::int64_t first_row, std::int64_t rows,
                           std::int64_t d);

/// dx (through the dropout), dresidual, and the partial sums dbias, dgamma, dbeta [d] (added to).
struct NormBackward {
  const float *dy, *xhat, *rstd, *gamma;
  float *dx, *dresidual, *dbias, *dgamma, *dbeta;
};
void residual_norm_backward(const NormBackward& a, const Dropout& dropout, std::int64_t first_row, std::int64_t rows,
                            std::int64_t d);

/// One AdamW step (decoupled weight decay, Loshchilov & Hutter 2019) on n values, with an exponential moving average
/// of the weights in the same pass (ema may be null). grad_scale applies gradient clipping.
struct AdamStep {
  float lr, beta1, beta2, eps, weight_decay, bias_correction1, bias_correction2, grad_scale, ema_decay;
};
void adamw_step(float* w, const float* grad, float* m, float* v, float* ema, std::int64_t n, const AdamStep& s);

/// Sum of squares in double.
double sum_of_squares(const float* x, std::int64_t n);

}  // namespace emo::train
