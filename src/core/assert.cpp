// The end of a program that broke its own rules. Not for bad data: that is Result<T>.
#include "core/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace emo::core {

void assert_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, condition);
  std::abort();
}

}  // namespace emo::core
