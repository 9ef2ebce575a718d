// Labels first, then panels around them. Each takes the first of its candidates that is free, in a film the one that it
// had before; candidates are few, and nothing that was placed moves again: a best layout of all would jump from picture
// to picture.
#include "vision/annotation_layout.hpp"

#include <algorithm>
#include <numeric>

namespace emo::vision {
namespace {

class Layout {
 public:
  Layout(std::span<const PlaceRequest> requests, int width, int height, float gap)
      : requests_(requests), width_(static_cast<float>(width)), height_(static_cast<float>(height)), gap_(gap) {
    places_.resize(requests.size());
  }

  std::vector<Placement> run() {
    for (std::size_t i = 0; i < requests_.size(); ++i) place_label(i);
    std::vector<std::vector<Seat>> free(requests_.size());
    for (std::size_t i = 0; i < requests_.size(); ++i) free[i] = panels_beside_boxes(i);
    std::vector<std::size_t> order(requests_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return free[a].size() < free[b].size(); });
    for (const std::size_t i : order) {
      const auto found = std::find_if(free[i].begin(), free[i].end(), [&](const Seat& seat) {
        return std::none_of(places_.begin(), places_.end(), [&](const Placement& other) {
          return other.panel && shared_area(seat.panel, *other.panel) > 0;
        });
      });
      if (found == free[i].end()) continue;
      places_[i].panel = found->panel;
      places_[i].seat = found->number;
    }
    return std::move(places_);
  }

 private:
  /// A place for a panel, and which of all around its box that is.
  struct Seat {
    RectF panel;
    std::size_t number;
  };

  [[nodiscard]] bool fits(const RectF& rect) const {
    return rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= width_ && rect.y + rect.height <= height_;
  }
  /// Moved into the picture where it is not larger than that.
  [[nodiscard]] RectF inside(RectF rect) const {
    rect.x = std::max(0.0F, std::min(rect.x, width_ - rect.width));
    rect.y = std::max(0.0F, std::min(rect.y, height_ - rect.height));
    return rect;
  }

  /// Whether `label` leaves other faces and the labels placed so far as they are.
  [[nodiscard]] bool hides_nothing(std::size_t self, const RectF& label) const {
    for (std::size_t i = 0; i < requests_.size(); ++i) {
      if (i != self && shared_area(label, requests_[i].box) > 0) return false;
      if (i < self && shared_area(label, places_[i].label) > 0) return false;
    }
    return true;
  }

  /// The first place of a label where it hides nothing; empty if there is none.
  [[nodiscard]] RectF free_label(std::size_t self, const Extent& label) const {
    const RectF& box = requests_[self].box;
    const float half = gap_ / 2;
    const float left = box.x - half;
    const float right = box.x + box.width + half - label.width;
    const float middle = box.x + (box.width - label.width) / 2;
    const float above = box.y - half - label.height;
    const float below = box.y + box.height + half;
    for (const float y : {above, below, box.y + half, box.y + box.height - half - label.height}) {
      if (y < 0 || y + label.height > height_) continue;
      for (const float x : {left, right, middle}) {
        const RectF candidate = inside({x, y, label.width, label.height});
        if (hides_nothing(self, candidate)) return candidate;
      }
    }
    // A picture too low for a line of text.
    const RectF only = inside({left, above, label.width, label.height});
    return label.height > height_ && hides_nothing(self, only) ? only : RectF{};
  }

  void place_label(std::size_t self) {
    const auto& request = requests_[self];
    auto& place = places_[self];
    if (request.label.width > 0) place.label = free_label(self, request.label);
    if (place.label.width > 0 || request.brief.width <= 0) return;
    place.label = free_label(self, request.brief);
    place.is_brief = place.label.width > 0;
  }

  /// Whether a panel there might be taken for that of another face.
  [[nodiscard]] bool is_near_another(std::size_t self, const RectF& panel) const {
    const float near = 3 * gap_;
    const RectF around{panel.x - near, panel.y - near, panel.width + 2 * near, panel.height + 2 * near};
    for (std::size_t i = 0; i < requests_.size(); ++i) {
      if (i != self && shared_area(around, requests_[i].box) > 0) return true;
    }
    return false;
  }

  /// The places of a panel that hide no box and no label, the best first.
  [[nodiscard]] std::vector<Seat> panels_beside_boxes(std::size_t self) const {
    const RectF& box = requests_[self].box;  // not a structured binding: clang 14 cannot capture one
    const Extent& panel = requests_[self].panel;
    std::vector<Seat> free;
    if (panel.width <= 0) return free;
    std::size_t number = 0;
    const auto add = [&](float x, float y) {
      const RectF candidate{x, y, panel.width, panel.height};
      ++number;
      if (!fits(candidate)) return;
      for (std::size_t i = 0; i < requests_.size(); ++i) {
        if (shared_area(candidate, requests_[i].box) > 0 || shared_area(candidate, places_[i].label) > 0) return;
      }
      free.push_back({candidate, number});
    };
    // Along the side of the box. Centred above or below it is plain to which of two neighbours a panel belongs.
    constexpr float kShares[] = {0, 1, 0.5F, 0.25F, 0.75F};
    constexpr float kSharesAcross[] = {0.5F, 0, 1, 0.25F, 0.75F};
    // Just outside of the box, or of the label where that is in the way.
    const RectF& own = places_[self].label;
    const float top = std::min(box.y, own.width > 0 ? own.y : box.y) - gap_ - panel.height;
    const float bottom = std::max(box.y + box.height, own.y + own.height) + gap_;
    // Along a side: from flush at one end to flush at the other, and pushed into the picture.
    const auto beside = [&](float share) {
      return inside({0, box.y + share * (box.height - panel.height), 0, panel.height}).y;
    };
    const auto across = [&](float share) {
      return inside({box.x + share * (box.width - panel.width), 0, panel.width, 0}).x;
    };
    for (const float share : kShares) add(box.x + box.width + gap_, beside(share));
    for (const float share : kShares) add(box.x - gap_ - panel.width, beside(share));
    for (const float share : kSharesAcross) add(across(share), bottom);
    for (const float share : kSharesAcross) add(across(share), top);
    std::stable_partition(free.begin(), free.end(),
                          [&](const Seat& seat) { return !is_near_another(self, seat.panel); });
    const auto last = std::find_if(free.begin(), free.end(),
                                   [&](const Seat& seat) { return seat.number == requests_[self].last_seat; });
    if (last != free.end()) std::rotate(free.begin(), last, last + 1);
    return free;
  }

  const std::span<const PlaceRequest> requests_;
  const float width_, height_, gap_;
  std::vector<Placement> places_;
};

}  // namespace

std::vector<Placement> lay_out(std::span<const PlaceRequest> requests, int width, int height, float gap) {
  return Layout(requests, width, height, gap).run();
}

}  // namespace emo::vision
