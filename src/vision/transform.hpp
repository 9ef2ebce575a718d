// Geometry and channels: the one implementation of resizing, cropping and warping, shared by training and serving.
// Integer arithmetic on pixels, so that every machine gives the same bytes. All functions are pure and thread-safe.
//
// Coordinates are continuous: pixel i covers [i, i + 1) and its centre is i + 0.5.
#pragma once

#include "vision/image.hpp"

namespace emo::vision {

/// The whole image at width x height (both >= 1). Per axis: mean over the covered area when shrinking, bilinear between
/// pixel centres when enlarging; equal size copies.
Image resize(const Image& image, int width, int height);

/// `rect` of the image at width x height, filtered as by `resize`; the border is repeated outwards. `rect` must be
/// finite with positive sides; it may lie partly or wholly outside of the image.
Image crop_resize(const Image& image, RectF rect, int width, int height);

/// `crop_resize` of `rect` turned by `degrees` clockwise about its centre, so that what leans so in the picture comes
/// out upright. Where the sides of `rect` and the output differ in proportion, the picture is stretched first, then
/// turned. 0 degrees is `crop_resize`; -180 to 180.
Image crop_turned(const Image& image, RectF rect, double degrees, int width, int height);

/// x' = a x + b y + c, y' = d x + e y + f.
struct Affine {
  double a = 1, b = 0, c = 0;
  double d = 0, e = 1, f = 0;

  /// This map after `first`: (*this)(first(p)).
  [[nodiscard]] Affine after(const Affine& first) const;

  static Affine translation(double x, double y);
  static Affine scaling(double x, double y);
  /// About (x, y) by `radians`, clockwise as seen on the screen (y points down).
  static Affine rotation(double radians, double x, double y);
  /// Takes [0, width) x [0, height) onto `rect`: `warp_affine` with it is `crop_resize` without the area filter.
  static Affine crop(RectF rect, int width, int height);
};

/// width x height pixels, each read at `output_to_source` of its centre: bilinear with 8 bits of sub-pixel precision,
/// the border repeated outwards. There is no filter against aliasing: shrink by less than two, or resize first. The six
/// numbers must be finite.
Image warp_affine(const Image& image, const Affine& output_to_source, int width, int height);

/// Luma of ITU-R BT.601: (19595 R + 38470 G + 7471 B + 2^15) >> 16, as in JPEG and Pillow. Grey is copied.
Image to_grey(const Image& image);
/// Three equal channels from grey. RGB is copied.
Image to_rgb(const Image& image);

/// Mirrored left to right.
Image flip_horizontal(const Image& image);

/// Upright form of an image stored with EXIF `orientation` 1..8; other values return it unchanged.
Image apply_orientation(Image image, int orientation);

}  // namespace emo::vision
