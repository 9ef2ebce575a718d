// Text inside XML, HTML and Markdown.
#pragma once

#include <string>
#include <string_view>

namespace emo::core {

/// `text` for XML and HTML content and double-quoted attributes: & < > " ' become entities, control characters that XML
/// forbids become U+FFFD, and so do bytes that are not UTF-8.
std::string escaped(std::string_view text);
/// `text` on one line of Markdown: what has a meaning there (also in table cells) gets a backslash, line breaks become
/// spaces, < and & become entities, so that no HTML comes through.
std::string markdown_escaped(std::string_view text);
/// `text` as a block of code of Markdown, its lines (whose ends may be LF, CR or both) indented, so that nothing inside
/// can close the block; control characters and foreign bytes as `escaped` has them.
std::string markdown_code(std::string_view text);

}  // namespace emo::core
