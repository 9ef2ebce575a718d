// What the header of a film says of its start and its length, and whether a GIF or an Ogg has its end.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "video/libav.hpp"

namespace emo::video {

/// How long a film is, from its start.
struct FilmLength {
  double seconds = 0;        ///< to the end of the pictures, or of the film where only that is known; 0 if unknown
  bool of_pictures = false;  ///< false: it may be the sound that lasts so long
};

/// Where the film begins, be it with sound, in ticks of `stream`; AV_NOPTS_VALUE if its header does not say.
std::int64_t start_of(const AVFormatContext& film, const AVStream& stream);

/// What the header says of the pictures in `stream`; of a container without a header, what was found at its end.
FilmLength length_of(const AVFormatContext& film, const AVStream& stream);

/// Seconds of "01:02:03.456000000", as Matroska's DURATION tag has them; nothing of any other text.
std::optional<double> seconds_of_tag(std::string_view text);

/// True for a GIF that ends before its trailer. Moves the place at which `file` is read; false where it cannot.
bool is_gif_without_end(AVIOContext* file);

/// True for an Ogg whose last page is not whole, or is not marked as the last one of its stream. As for a GIF.
bool is_ogg_without_end(AVIOContext* file);

}  // namespace emo::video
