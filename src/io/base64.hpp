// Bytes as letters, for data URIs.
#pragma once

#include <string>
#include <string_view>

namespace emo::io {

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

}  // namespace emo::io
