// The end of a program that broke its own rules, in every build type. Not for bad data, which is a Result<T>, and not
// for a full disk or a lost file: nobody who only uses the program should ever meet it.
#include "core/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace emo::core {

void assert_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, condition);
  std::abort();
}

}  // namespace emo::core
