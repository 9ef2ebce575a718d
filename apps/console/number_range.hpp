// Numbers of a command line.
#pragma once

#include <CLI/CLI.hpp>

namespace emo::console {

/// Numbers from `lowest` to `highest`, both included. CLI::Range lets "nan" through, which no range holds.
CLI::Validator number_from(double lowest, double highest);

/// Numbers above 0 and below 1.
CLI::Validator share();

/// Any number that is one: neither "nan" nor "inf".
CLI::Validator finite_number();

/// What seeds may be: 0, 1, 2… CLI11 takes "-1" for the largest number of an unsigned type.
CLI::Validator natural_number();

}  // namespace emo::console
