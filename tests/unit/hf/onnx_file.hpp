// Just enough of a writer of protobuf to make ONNX files for tests.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace emo::test {

/// The wire format: a bare varint; a field of wire type 0; a field of wire type 2.
std::string varint(std::uint64_t value);
std::string number(std::uint32_t field, std::uint64_t value);
std::string bytes(std::uint32_t field, const std::string& content);

/// A convolution of an ONNX graph: weight shape [out, in / groups, kernel, kernel].
struct OnnxConv {
  std::vector<std::int64_t> shape;
  std::int64_t stride = 1, dilation = 1, groups = 1;
};

/// A TensorProto whose values are fill, fill + 1, …; `type` 1 is float.
std::string onnx_tensor(const std::string& name, const std::vector<std::int64_t>& shape, float fill,
                        std::uint64_t type = 1);

/// A ModelProto of these convolutions, one after the other: weights from 1, biases from 0.5 up.
std::string onnx_model(const std::vector<OnnxConv>& convs);

/// A test with a folder of its own, in which it writes an ONNX file.
class OnnxFileTest : public ::testing::Test {
 protected:
  OnnxFileTest();
  ~OnnxFileTest() override;
  /// Path of a file with this content, which replaces the one before.
  [[nodiscard]] std::string write(const std::string& content) const;
  std::filesystem::path folder_;
};

}  // namespace emo::test
