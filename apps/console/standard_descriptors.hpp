// The three standard descriptors as a program needs them, however it was started.
#pragma once

namespace emo::console {

/// Takes the numbers of those that are closed (`2>&-`), so that no file opened later gets one of them and what is meant
/// for standard output or error does not end in it; reading and writing them fails as before. Makes those that do not
/// wait, as event loops leave pipes and terminals, wait for data and for room; whoever shares them is not disturbed
/// where the system can open them anew. To be called first.
void prepare_standard_descriptors();

}  // namespace emo::console
