// Decoding, resizing and warping on one core, in CPU time: other programs on the machine do not count.
//   vision_images [SECONDS]   prints one line per case; made-up pictures, so that a clone can repeat it
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <span>
#include <string>

#include "vision/decode.hpp"
#include "vision/encode.hpp"
#include "vision/hash.hpp"
#include "vision/transform.hpp"

namespace {

using namespace emo::vision;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Waves and noise: about as many bytes per pixel as a photograph.
Image picture(int width, int height) {
  std::mt19937 random(7);
  Image image(width, height, 3);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (int c = 0; c < 3; ++c) {
        const double wave = std::sin(x * 0.05 + c) + std::cos(y * 0.07) + std::sin((x + y) * 0.3) * 0.2;
        const auto noise = static_cast<double>(random() % 16);
        image.row(y)[x * 3 + c] = static_cast<std::uint8_t>(120 + 50 * wave + noise);
      }
    }
  }
  return image;
}

double wanted_seconds = 1;

template <class F>
void measure(const char* name, F&& once) {
  once();
  const double start = cpu_seconds();
  double spent = 0;
  long runs = 0;
  do {
    once();
    ++runs;
    spent = cpu_seconds() - start;
  } while (spent < wanted_seconds);
  std::printf("%-28s %9.4f ms  n=%ld\n", name, 1e3 * spent / static_cast<double>(runs), runs);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1) wanted_seconds = std::atof(argv[1]);
  const Image image = picture(640, 480);
  const Image face = picture(48, 48);
  const Image grey_face = to_grey(face);
  const auto jpeg = encode_jpeg(image, 85);
  const auto png = encode_png(image);
  if (!jpeg || !png) return 2;
  std::printf("JPEG of %zu bytes, PNG of %zu\n", jpeg->size(), png->size());
  DecodeOptions half;
  half.enough_side = 240;
  measure("decode JPEG 640x480", [&] { (void)decode_image(std::as_bytes(std::span(*jpeg))); });
  measure("decode JPEG to 320x240", [&] { (void)decode_image(std::as_bytes(std::span(*jpeg)), half); });
  measure("decode PNG 640x480", [&] { (void)decode_image(std::as_bytes(std::span(*png))); });
  measure("resize 640x480 to 320x240", [&] { (void)resize(image, 320, 240); });
  measure("resize 640x480 to 800x600", [&] { (void)resize(image, 800, 600); });
  measure("crop 148x148 to 48x48", [&] { (void)crop_resize(image, {101.3F, 57.8F, 148, 148}, 48, 48); });
  const Affine map = Affine::crop({2, 3, 40, 41}, 48, 48).after(Affine::rotation(0.1, 24, 24));
  measure("warp 48x48 grey", [&] { (void)warp_affine(grey_face, map, 48, 48); });
  measure("warp 48x48 RGB", [&] { (void)warp_affine(face, map, 48, 48); });
  measure("perceptual hash 48x48", [&] { (void)perceptual_hash(grey_face); });
  return 0;
}
