// What the library wrote or `emo` printed as JSON. Serves the integration tests too.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "io/json.hpp"

namespace emo::test {

/// `text` as JSON; a failure of the test when it is none.
inline io::Json parsed(const std::string& text) {
  auto json = io::parse_json(text, "output");
  if (!json) ADD_FAILURE() << json.error().message << "\n" << text;
  return json ? *json : io::Json();
}

}  // namespace emo::test
