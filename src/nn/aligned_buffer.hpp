// An owned, zero-initialised array on 64-byte boundaries, for weights and scratch.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>

#include "core/assert.hpp"

namespace emo::nn {

template <class T>
class AlignedBuffer {
 public:
  static constexpr std::align_val_t kAlignment{64};

  AlignedBuffer() = default;
  explicit AlignedBuffer(std::size_t size) { reset(size); }

  /// `size` zeros; earlier contents are gone.
  void reset(std::size_t size) {
    EMO_ASSERT(size <= static_cast<std::size_t>(-1) / 2 / sizeof(T));
    data_.reset(static_cast<T*>(::operator new(size * sizeof(T), kAlignment)));
    std::memset(data_.get(), 0, size * sizeof(T));
    size_ = size;
  }
  /// Grows to at least `size`; contents are unspecified afterwards if it grew, else untouched.
  void grow(std::size_t size) {
    if (size > size_) reset(size);
  }

  [[nodiscard]] T* data() { return data_.get(); }
  [[nodiscard]] const T* data() const { return data_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }
  T& operator[](std::size_t i) { return data_.get()[i]; }
  const T& operator[](std::size_t i) const { return data_.get()[i]; }

 private:
  struct Free {
    void operator()(T* p) const { ::operator delete(p, kAlignment); }
  };
  std::unique_ptr<T, Free> data_;
  std::size_t size_ = 0;
};

}  // namespace emo::nn
