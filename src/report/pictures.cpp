// Thumbnails through the picture library of the program.
#include "report/pictures.hpp"

#include <algorithm>
#include <filesystem>

#include "vision/decode.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace emo::report {
namespace {

constexpr int kSide = 96;
constexpr std::size_t kMostBytes = 64 << 10;

std::string data_uri(const std::string& path) {
  vision::DecodeOptions options;
  options.enough_side = 2 * kSide;
  auto image = vision::decode_image_file(path, options);
  if (!image) return "";
  const double scale = static_cast<double>(kSide) / std::max(image->width, image->height);
  const auto side = [scale](int length) { return std::max(1, static_cast<int>(length * scale)); };
  const auto small = vision::encode_jpeg(vision::resize(*image, side(image->width), side(image->height)), 80);
  if (!small || small->size() > kMostBytes) return "";
  return "data:image/jpeg;base64," + base64(*small);
}

}  // namespace

std::string base64(const std::string& bytes) {
  constexpr const char* kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t k) {
      return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
    };
    const unsigned word = static_cast<unsigned>(byte(0)) << 16U | static_cast<unsigned>(byte(1)) << 8U | byte(2);
    out += kLetters[word >> 18U & 63U];
    out += kLetters[word >> 12U & 63U];
    out += i + 1 < bytes.size() ? kLetters[word >> 6U & 63U] : '=';
    out += i + 2 < bytes.size() ? kLetters[word & 63U] : '=';
  }
  return out;
}

std::map<std::string, std::string> thumbnails(const std::vector<Mistake>& mistakes, const std::string& folder) {
  std::map<std::string, std::string> out;
  for (const Mistake& mistake : mistakes) {
    if (mistake.image.empty() || out.count(mistake.image) != 0) continue;
    for (const std::string& path : {mistake.image, folder + "/" + mistake.image}) {
      std::error_code failed;
      if (!std::filesystem::is_regular_file(path, failed)) continue;
      if (std::string uri = data_uri(path); !uri.empty()) out[mistake.image] = std::move(uri);
      break;
    }
  }
  return out;
}

}  // namespace emo::report
