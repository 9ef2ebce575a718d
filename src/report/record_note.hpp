// Something about the input that a reader of the report has to know.
#pragma once

#include <string>
#include <vector>

namespace emo::report {

/// `serious`: figures may be wrong or are missing because of it.
struct RecordNote {
  bool serious = false;
  std::string text;
};
using RecordNotes = std::vector<RecordNote>;

}  // namespace emo::report
