#include "train/optimizer.hpp"

#include <gtest/gtest.h>
#include <torch/optim/adamw.h>

#include <cmath>
#include <map>
#include <memory>
#include <vector>

#include "train/moving_average.hpp"

namespace emo::train {
namespace {

at::Tensor leaf(at::IntArrayRef shape) {
  return at::randn(shape).set_requires_grad(true);
}

AdamWOptions options(double clip = 0, double ema = 0) {
  AdamWOptions out;
  out.weight_decay = 0.05;
  out.clip_norm = clip;
  out.ema_decay = ema;
  return out;
}

class OptimizerTest : public testing::Test {
 protected:
  void SetUp() override { at::manual_seed(5); }
};

// On a GPU tensors move as lists; the arithmetic is that of the CPU.
TEST_F(OptimizerTest, IsTheSameOnAGpu) {
  if (!at::hasCUDA()) GTEST_SKIP() << "no GPU here, or a libtorch without CUDA";
  std::vector<at::Tensor> here, there;
  std::vector<OptimizedParameter> ours, theirs;
  for (const std::int64_t rows : {3, 5, 8}) {
    here.push_back(leaf({rows, 7}));
    there.push_back(here.back().detach().to(at::kCUDA).set_requires_grad(true));
    ours.push_back({"w", here.back(), 0.5 * static_cast<double>(rows), rows != 5});
    theirs.push_back({"w", there.back(), 0.5 * static_cast<double>(rows), rows != 5});
  }
  AdamW cpu(std::move(ours), options(1.0, 0.9)), gpu(std::move(theirs), options(1.0, 0.9));
  for (int step = 0; step < 6; ++step) {
    for (std::size_t i = 0; i < here.size(); ++i) {
      const at::Tensor target = at::randn(here[i].sizes());
      (here[i] - target).pow(2).sum().backward();
      (there[i] - target.to(at::kCUDA)).pow(2).sum().backward();
    }
    EXPECT_NEAR(cpu.step(1e-2), gpu.step(1e-2), 1e-3);
  }
  for (std::size_t i = 0; i < here.size(); ++i) {
    EXPECT_LT((here[i].detach() - there[i].detach().to(at::kCPU)).abs().max().item<double>(), 1e-5);
  }
}

TEST_F(OptimizerTest, WhatWasFrozenBeginsLikeAnythingNew) {
  const at::Tensor always = leaf({4}), later = leaf({4}), fresh = later.detach().clone().set_requires_grad(true);
  AdamWOptions plain;
  plain.weight_decay = 0;
  AdamW both({{"always", always, 1, true}, {"later", later, 1, true}}, plain),
      alone({{"later", fresh, 1, true}}, plain);
  for (int step = 0; step < 300; ++step) {
    always.sum().backward();
    both.step(1e-2);
  }
  const auto saved = both.state();
  AdamW resumed({{"always", always, 1, true}, {"later", later, 1, true}}, plain);
  ASSERT_TRUE(resumed.load_state({saved.begin(), saved.end()}, both.steps()));
  for (int step = 0; step < 5; ++step) {
    const at::Tensor target = at::randn({4});
    (later - target).pow(2).sum().backward();
    (fresh - target).pow(2).sum().backward();
    resumed.step(1e-2);
    alone.step(1e-2);
    EXPECT_TRUE(at::equal(later, fresh)) << "step " << step << " after 300 frozen ones";
  }
}

TEST_F(OptimizerTest, EqualsLibtorchsAdamW) {
  const at::Tensor ours = leaf({7, 13});
  const at::Tensor theirs = ours.detach().clone().set_requires_grad(true);
  AdamW optimizer({{"w", ours, 1.0, true}}, options());
  torch::optim::AdamW reference(std::vector<at::Tensor>{theirs},
                                torch::optim::AdamWOptions(3e-2).betas({0.9, 0.98}).eps(1e-6).weight_decay(0.05));
  for (int step = 0; step < 8; ++step) {
    const at::Tensor target = at::randn({7, 13});
    (ours - target).pow(2).sum().backward();
    reference.zero_grad();
    (theirs - target).pow(2).sum().backward();
    optimizer.step(3e-2, {}, {});
    reference.step();
    ASSERT_TRUE(at::allclose(ours, theirs, 1e-5, 1e-6)) << "step " << step;
  }
  EXPECT_EQ(optimizer.steps(), 8);
}

TEST_F(OptimizerTest, RateScaleAndDecayFlagActPerParameter) {
  const at::Tensor a = leaf({6});
  const at::Tensor b = a.detach().clone().set_requires_grad(true);
  const at::Tensor c = a.detach().clone().set_requires_grad(true);
  AdamW whole({{"a", a, 0.5, true}}, options());
  AdamW half({{"b", b, 1.0, true}}, options());
  AdamW plain({{"c", c, 1.0, false}}, options());
  for (const at::Tensor* tensor : {&a, &b, &c}) tensor->pow(2).sum().backward();
  whole.step(2e-2, {}, {});
  half.step(1e-2, {}, {});
  plain.step(1e-2, {}, {});
  EXPECT_TRUE(at::allclose(a, b, 1e-6, 1e-7));
  EXPECT_FALSE(at::allclose(b, c, 1e-6, 1e-7));
}

TEST_F(OptimizerTest, ClippingScalesTheWholeGradientAndReportsItsNorm) {
  const at::Tensor w = leaf({4});
  const at::Tensor rows = at::full({1, 2}, 4.0F);
  AdamW optimizer({{"w", w, 1.0, true}}, options(1.0));
  w.mutable_grad() = at::full({4}, 3.0F);
  const at::Tensor table = at::zeros({3, 2});
  optimizer.add_rows({"table", table, 1.0, false});
  EXPECT_NEAR(optimizer.step(1e-3, at::tensor({std::int64_t{1}}), rows), std::sqrt(4 * 9.0 + 2 * 16.0), 1e-5);
  std::map<std::string, at::Tensor> state;
  for (auto& [name, tensor] : optimizer.state()) state[name] = tensor;
  const double scale = 1.0 / std::sqrt(68.0);
  EXPECT_NEAR(state.at("adam.m.w")[0].item<double>(), 0.1 * 3.0 * scale, 1e-6);
  EXPECT_NEAR(state.at("adam.m.table")[1][0].item<double>(), 0.1 * 4.0 * scale, 1e-6);
  EXPECT_FALSE(w.grad().defined()) << "gradients are cleared";
}

TEST_F(OptimizerTest, RowsEqualTheDenseStepWhenAllAreTouched) {
  const at::Tensor dense = leaf({5, 3});
  const at::Tensor table = dense.detach().clone();
  AdamW whole({{"w", dense, 0.7, false}}, options(1.0, 0.9));
  AdamW lazy({}, options(1.0, 0.9));
  lazy.add_rows({"w", table, 0.7, false});
  const at::Tensor ids = at::arange(5, at::kLong);
  for (int step = 0; step < 6; ++step) {
    const at::Tensor grad = at::randn({5, 3});
    dense.mutable_grad() = grad.clone();
    whole.step(1e-2, {}, {});
    lazy.step(1e-2, ids, grad);
    ASSERT_TRUE(at::allclose(dense, table, 1e-5, 1e-6)) << "step " << step;
  }
  whole.swap_average();
  lazy.swap_average();
  EXPECT_TRUE(at::allclose(dense, table, 1e-5, 1e-6)) << "moving averages";
}

TEST_F(OptimizerTest, RowsAtRestStayAndTheirAverageCatchesUp) {
  const at::Tensor table = at::randn({3, 2});
  const at::Tensor before = table.clone();
  AdamW lazy({}, options(0, 0.5));
  lazy.add_rows({"w", table, 1.0, false});
  const at::Tensor first = at::tensor({std::int64_t{0}});
  const at::Tensor second = at::tensor({std::int64_t{1}});
  lazy.step(1e-1, first, at::ones({1, 2}));
  const at::Tensor moved = table[0].clone();
  for (int i = 0; i < 3; ++i) lazy.step(1e-1, second, at::ones({1, 2}));
  EXPECT_TRUE(at::equal(table[0], moved));
  EXPECT_TRUE(at::equal(table[2], before[2]));
  lazy.swap_average();
  // Of the distance that its one step made, what four steps of the average have left.
  double left = 1;
  for (std::int64_t step = 1; step <= 4; ++step) left *= average_kept(0.5, step);
  EXPECT_TRUE(at::allclose(table[0], moved + (before[0] - moved) * left, 1e-5, 1e-6));
}

// With a fixed decay a short run would be judged and exported by weights that are a good part of its start's.
TEST_F(OptimizerTest, TheAverageOfAShortRunForgetsTheStart) {
  const at::Tensor w = leaf({50});
  const at::Tensor before = w.detach().clone();
  AdamW optimizer({{"w", w, 1.0, false}}, options(0, 0.999));
  for (int step = 0; step < 60; ++step) {
    w.mutable_grad() = step < 30 ? at::ones({50}) : at::zeros({50});
    optimizer.step(1e-2);
  }
  const at::Tensor end = w.detach().clone();
  optimizer.swap_average();
  const at::Tensor gone = (w.detach() - before) / (end - before);
  EXPECT_GT(gone.min().item<double>(), 0.8);
}

TEST_F(OptimizerTest, TheAverageOfWhatRestsComesNearerAllTheSame) {
  const at::Tensor often = leaf({3}), seldom = leaf({3});
  AdamW optimizer({{"often", often, 1, true}, {"seldom", seldom, 1, true}}, options(0, 0.9));
  at::Tensor expected = seldom.detach().clone();
  for (int step = 1; step <= 60; ++step) {
    often.sum().backward();
    if (step % 20 == 1) seldom.sum().backward();
    optimizer.step(1e-1);
    expected.lerp_(seldom.detach(), 1.0 - average_kept(0.9, step));
  }
  optimizer.swap_average();
  EXPECT_TRUE(at::allclose(seldom.detach(), expected, 1e-5, 1e-6));
}

TEST_F(OptimizerTest, SwappingTheAverageTwiceChangesNoBit) {
  const at::Tensor w = leaf({4, 4});
  const at::Tensor table = at::randn({6, 4});
  AdamW optimizer({{"w", w, 1.0, true}}, options(1.0, 0.97));
  optimizer.add_rows({"table", table, 1.0, false});
  for (std::int64_t step = 0; step < 5; ++step) {
    w.mutable_grad() = at::randn({4, 4});
    optimizer.step(1e-2, at::tensor({step}), at::randn({1, 4}));
  }
  const at::Tensor w_before = w.detach().clone();
  const at::Tensor table_before = table.clone();
  optimizer.swap_average();
  EXPECT_FALSE(at::equal(w, w_before));
  EXPECT_FALSE(at::equal(table, table_before));
  optimizer.swap_average();
  EXPECT_TRUE(at::equal(w, w_before));
  EXPECT_TRUE(at::equal(table, table_before));
}

TEST_F(OptimizerTest, StateRoundTripContinuesBitForBit) {
  const auto make = [](const at::Tensor& w, const at::Tensor& table) {
    auto optimizer = std::make_unique<AdamW>(std::vector<OptimizedParameter>{{"w", w, 1.0, true}}, options(1.0, 0.9));
    optimizer->add_rows({"table", table, 1.0, false});
    return optimizer;
  };
  const auto advance = [](AdamW& optimizer, const at::Tensor& w, std::int64_t step) {
    at::manual_seed(static_cast<std::uint64_t>(step));
    w.mutable_grad() = at::randn({3, 3});
    optimizer.step(1e-2, at::tensor({step % 4}), at::randn({1, 3}));
  };
  const at::Tensor w = leaf({3, 3});
  const at::Tensor table = at::randn({4, 3});
  const auto first = make(w, table);
  for (std::int64_t step = 0; step < 3; ++step) advance(*first, w, step);
  const at::Tensor w2 = w.detach().clone().set_requires_grad(true);
  const at::Tensor table2 = table.clone();
  const auto second = make(w2, table2);
  std::map<std::string, at::Tensor> saved;
  for (const auto& [name, tensor] : first->state()) saved[name] = tensor.clone();
  ASSERT_TRUE(second->load_state(saved, first->steps()));
  for (std::int64_t step = 3; step < 7; ++step) {
    advance(*first, w, step);
    advance(*second, w2, step);
  }
  EXPECT_TRUE(at::equal(w, w2));
  EXPECT_TRUE(at::equal(table, table2));

  saved.erase("adam.v.w");
  const auto missing = second->load_state(saved, 3);
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.find("adam.v.w"), std::string::npos);
  saved["adam.v.w"] = at::zeros({2, 2});
  EXPECT_FALSE(second->load_state(saved, 3));
}

TEST(WarmupCosine, RisesThenFallsToItsFloor) {
  EXPECT_NEAR(warmup_cosine(0, 10, 110, 0.1), 0.1, 1e-12);
  EXPECT_NEAR(warmup_cosine(9, 10, 110, 0.1), 1.0, 1e-12);
  EXPECT_NEAR(warmup_cosine(10, 10, 110, 0.1), 1.0, 1e-12);
  EXPECT_NEAR(warmup_cosine(60, 10, 110, 0.1), 0.55, 1e-12);
  EXPECT_NEAR(warmup_cosine(110, 10, 110, 0.1), 0.1, 1e-12);
  EXPECT_NEAR(warmup_cosine(500, 10, 110, 0.1), 0.1, 1e-12);
}

}  // namespace
}  // namespace emo::train
