#include "onnx_file.hpp"

#include <unistd.h>

#include <cstring>
#include <fstream>

namespace emo::test {

std::string varint(std::uint64_t value) {
  std::string out;
  for (; value >= 128; value >>= 7U) out += static_cast<char>((value & 127U) | 128U);
  return out + static_cast<char>(value);
}
std::string number(std::uint32_t field, std::uint64_t value) {
  return varint(field << 3U) + varint(value);
}
std::string bytes(std::uint32_t field, const std::string& content) {
  return varint((field << 3U) | 2U) + varint(content.size()) + content;
}

std::string onnx_tensor(const std::string& name, const std::vector<std::int64_t>& shape, float fill,
                        std::uint64_t type) {
  std::string out;
  std::size_t count = 1;
  for (const auto extent : shape) {
    out += number(1, static_cast<std::uint64_t>(extent));
    count *= static_cast<std::size_t>(extent);
  }
  std::string raw(count * 4, '\0');
  for (std::size_t i = 0; i < count; ++i) {
    const float value = fill + static_cast<float>(i);
    std::memcpy(&raw[4 * i], &value, 4);
  }
  return out + number(2, type) + bytes(8, name) + bytes(9, raw);
}

std::string onnx_model(const std::vector<OnnxConv>& convs) {
  std::string graph;
  for (std::size_t i = 0; i < convs.size(); ++i) {
    const std::string name = std::to_string(i);
    const auto ints = [](const char* attribute, std::int64_t value) {
      return bytes(5, bytes(1, attribute) + bytes(8, varint(static_cast<std::uint64_t>(value)) +
                                                         varint(static_cast<std::uint64_t>(value))));
    };
    graph += bytes(1, bytes(1, "x") + bytes(1, "w" + name) + bytes(1, "b" + name) + bytes(2, "y") + bytes(4, "Conv") +
                          ints("strides", convs[i].stride) + ints("dilations", convs[i].dilation) +
                          bytes(5, bytes(1, "group") + number(3, static_cast<std::uint64_t>(convs[i].groups))));
    graph += bytes(5, onnx_tensor("w" + name, convs[i].shape, 1));
    graph += bytes(5, onnx_tensor("b" + name, {convs[i].shape[0]}, 0.5F));
  }
  return number(1, 7) + bytes(7, graph);
}

OnnxFileTest::OnnxFileTest()
    : folder_(std::filesystem::temp_directory_path() / ("emo-onnx-" + std::to_string(::getpid()))) {
  std::filesystem::create_directories(folder_);
}

OnnxFileTest::~OnnxFileTest() {
  std::filesystem::remove_all(folder_);
}

std::string OnnxFileTest::write(const std::string& content) const {
  const std::string path = folder_ / "model.onnx";
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

}  // namespace emo::test
