// The choice between texts on the command line, a file and standard input. Reads nothing; words that look like options
// are told apart in cli.cpp.
#include "text_arguments.hpp"

#include <unistd.h>

#include <algorithm>

#include "console/terminal.hpp"

namespace emo::cli {

Result<void> settle_texts(std::vector<std::string>& texts, std::string& file, const io::RowOptions& rows) {
  if (!file.empty() && !texts.empty()) return Error{ErrorCode::kUsage, "give either TEXT or --file, not both"};
  const bool standard_input = std::find(texts.begin(), texts.end(), "-") != texts.end();
  if (standard_input && texts.size() > 1) {
    return Error{ErrorCode::kUsage, "- (standard input) cannot be mixed with texts"};
  }
  const bool nothing_given = texts.empty() && file.empty();
  if (nothing_given && console::is_terminal(STDIN_FILENO)) {
    return Error{ErrorCode::kUsage, "no text: give a sentence, --file F, or - for standard input"};
  }
  if (standard_input || nothing_given) {
    texts.clear();
    file = "-";
  }
  if (!texts.empty() && (rows.columns_named || rows.format != io::RowFormat::kAuto)) {
    return Error{ErrorCode::kUsage, "--input-format, --text-column and --id-column say how --file F is read, not TEXT"};
  }
  return {};
}

}  // namespace emo::cli
