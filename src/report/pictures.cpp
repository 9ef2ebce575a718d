// Thumbnails for the page through the picture library of the program, as JPEG inside the HTML itself. A picture that
// cannot be read leaves a gap; those that an evaluation kept are mistake_details.cpp's.
#include "report/pictures.hpp"

#include <algorithm>
#include <filesystem>

#include "io/base64.hpp"
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
  return "data:image/jpeg;base64," + io::base64(*small);
}

}  // namespace

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
