#include "train/sgd.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

TEST(NesterovSgdTest, FollowsTheFormula) {
  at::Tensor w = at::full({1}, 2.0).set_requires_grad(true);
  NesterovSgd sgd({{"w", w, 1.0, true}}, {0.9, 0.1, 0.0});
  double weight = 2.0, momentum = 0.0;
  for (int step = 0; step < 3; ++step) {
    w.mutable_grad() = at::full({1}, 3.0);
    EXPECT_NEAR(sgd.step(0.01), 3.0, 1e-6);
    const double gradient = 3.0 + 0.1 * weight;
    momentum = 0.9 * momentum + gradient;
    weight -= 0.01 * (gradient + 0.9 * momentum);
    EXPECT_NEAR(w.item<double>(), weight, 1e-5);
    EXPECT_FALSE(w.grad().defined());
  }
  EXPECT_EQ(sgd.steps(), 3);
}

TEST(NesterovSgdTest, ClipsScalesAndSparesWhatDoesNotDecay) {
  at::Tensor w = at::full({1}, 2.0).set_requires_grad(true);
  NesterovSgd sgd({{"w", w, 0.5, false}}, {0.0, 0.1, 1.0});
  w.mutable_grad() = at::full({1}, 10.0);
  EXPECT_NEAR(sgd.step(0.1), 10.0, 1e-6);
  EXPECT_NEAR(w.item<double>(), 2.0 - 0.1 * 0.5 * 1.0, 1e-6);
}

TEST(NesterovSgdTest, StateComesBack) {
  at::Tensor a = at::full({1}, 2.0).set_requires_grad(true), b = at::full({1}, 2.0).set_requires_grad(true);
  NesterovSgd first({{"w", a, 1.0, true}}, {}), second({{"w", b, 1.0, true}}, {});
  a.mutable_grad() = at::ones({1});
  first.step(0.1);
  std::map<std::string, at::Tensor> state;
  for (const auto& [name, tensor] : first.state()) state[name] = tensor.clone();
  {
    const at::NoGradGuard no_grad;
    b.copy_(a);
  }
  ASSERT_TRUE(second.load_state(state, first.steps()));
  a.mutable_grad() = at::ones({1});
  b.mutable_grad() = at::ones({1});
  first.step(0.1);
  second.step(0.1);
  EXPECT_TRUE(at::equal(a, b));
  EXPECT_FALSE(second.load_state({}, 1));
}

}  // namespace
}  // namespace emo::train
