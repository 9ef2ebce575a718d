// Tests of `emo train text` with a small config and data of its own.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "toy_run.hpp"

namespace emo {

class TrainTextCommand : public testing::Test {
 protected:
  void SetUp() override {
    setenv("OMP_WAIT_POLICY", "passive", 1);
    folder = test::scratch_folder();
    config = test::toy_config(folder);
  }
  std::string write_config() {
    test::write_text(folder + "/config.json", train::to_json(config));
    return folder + "/config.json";
  }
  std::string folder;
  train::TextTrainConfig config;
};

}  // namespace emo
