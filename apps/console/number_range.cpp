// Checks of the words, before they become numbers. CLI11's own are the base of those of whole numbers.
#include "console/number_range.hpp"

#include <cmath>
#include <limits>
#include <string>

namespace emo::console {
namespace {

/// "" or what is wrong with `text`.
std::string check(const std::string& text, double lowest, double highest, const std::string& expected) {
  double value = 0;
  if (CLI::detail::lexical_cast(text, value) && value >= lowest && value <= highest) return {};
  return "expected " + expected + ", found '" + text + "'";
}

}  // namespace

CLI::Validator number_from(double lowest, double highest) {
  const std::string range = CLI::detail::to_string(lowest) + " to " + CLI::detail::to_string(highest);
  return {[=](std::string& text) { return check(text, lowest, highest, "a number from " + range); },
          CLI::Range(lowest, highest).get_description()};
}

CLI::Validator share() {
  constexpr double kLeast = std::numeric_limits<double>::denorm_min();
  const double most = std::nextafter(1.0, 0.0);
  return {[=](std::string& text) { return check(text, kLeast, most, "a number above 0 and below 1"); }, ""};
}

CLI::Validator finite_number() {
  constexpr double kMost = std::numeric_limits<double>::max();
  return {[](std::string& text) { return check(text, -kMost, kMost, "a number"); }, ""};
}

CLI::Validator natural_number() {
  return {[](std::string& text) {
            const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
            return digits ? std::string() : "expected a whole number from 0 on, found '" + text + "'";
          },
          ""};
}

}  // namespace emo::console
