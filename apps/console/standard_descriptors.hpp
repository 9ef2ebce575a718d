// The three standard descriptors, also where a program was started without them.
#pragma once

namespace emo::console {

/// Takes the numbers of those that are closed (`2>&-`), so that no file opened later gets one of them and what is meant
/// for standard output or error does not end in it. Reading and writing them fails as before. To be called first.
void occupy_standard_descriptors();

}  // namespace emo::console
