// The length of a film by its header, container by container. What its pictures' own times say is the reader's.
#include "video/film_length.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>
#include <system_error>

namespace emo::video {
namespace {

bool is_avi(const AVFormatContext& film) {
  return std::strcmp(film.iformat->name, "avi") == 0;
}

// A program that writes an AVI into a pipe cannot go back to the header: libav's puts this count of frames there.
bool has_placeholder(const AVFormatContext& film, const AVStream& stream) {
  return is_avi(film) && stream.nb_frames == 0x40000000;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Ticks that the pictures last, 0 if unknown. Of an AVI that was cut, libav shortens the length to what is left, but
// the header's count of frames stays, and there a frame is a tick. Other containers count frames that are never shown.
std::int64_t ticks_of(const AVFormatContext& film, const AVStream& stream) {
  return std::max<std::int64_t>({0, stream.duration, is_avi(film) ? stream.nb_frames : 0});
}

bool can_seek(const AVIOContext* file) {
  return file != nullptr && (file->seekable & AVIO_SEEKABLE_NORMAL) != 0;
}

// A GIF's blocks of up to 255 bytes, the empty one that ends them included.
void skip_blocks(AVIOContext* file) {
  while (const int size = avio_r8(file)) avio_skip(file, size);
}

// The colours that `flags` announce.
void skip_colours(AVIOContext* file, int flags) {
  if ((flags & 0x80) != 0) avio_skip(file, std::int64_t{3} << ((flags & 7) + 1));
}

}  // namespace

std::int64_t start_of(const AVFormatContext& film, const AVStream& stream) {
  if (film.start_time == AV_NOPTS_VALUE) return stream.start_time;
  const std::int64_t start = av_rescale_q(film.start_time, AV_TIME_BASE_Q, stream.time_base);
  return stream.start_time == AV_NOPTS_VALUE ? start : std::min(start, stream.start_time);
}

FilmLength length_of(const AVFormatContext& film, const AVStream& stream) {
  if (has_placeholder(film, stream)) return {};
  const double tick = av_q2d(stream.time_base);
  const std::int64_t start = start_of(film, stream);
  const double whole = film.duration > 0 ? static_cast<double>(film.duration) / AV_TIME_BASE : 0;
  if (const std::int64_t ticks = ticks_of(film, stream); ticks > 0) {
    const bool late = start != AV_NOPTS_VALUE && stream.start_time != AV_NOPTS_VALUE;
    const double before = late ? static_cast<double>(stream.start_time - start) * tick : 0;
    return {before + static_cast<double>(ticks) * tick, true};
  }
  // Matroska's tag is the time at which the pictures end. One that a program copied from a longer film is not believed:
  // "DURATION-eng", as one program writes it, stays where another cuts the film and adds a "DURATION" of its own.
  const AVDictionaryEntry* tag = av_dict_get(stream.metadata, "DURATION", nullptr, 0);
  if (tag == nullptr) tag = av_dict_get(stream.metadata, "DURATION", nullptr, AV_DICT_IGNORE_SUFFIX);
  if (const auto end = tag != nullptr ? seconds_of_tag(tag->value) : std::nullopt) {
    const double offset = start != AV_NOPTS_VALUE ? static_cast<double>(start) * tick : 0;
    const double seconds = (whole > 0 ? std::min(*end, whole) : *end) - offset;
    if (seconds > 0) return {seconds, true};
  }
  return {whole, film.nb_streams == 1};
}

std::optional<double> seconds_of_tag(std::string_view text) {
  constexpr double kLongest = 1e9;
  double seconds = 0;
  for (const char after : {':', ':', '\0'}) {
    double part = 0;
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, part, std::chars_format::fixed);
    if (error != std::errc() || (after == '\0') != (stop == end) || (after != '\0' && *stop != after)) {
      return std::nullopt;
    }
    seconds = seconds * 60 + part;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()) + (after == '\0' ? 0 : 1));
  }
  return seconds < kLongest ? std::optional(seconds) : std::nullopt;
}

bool is_gif_without_end(AVIOContext* file) {
  if (!can_seek(file) || avio_seek(file, 0, SEEK_SET) != 0) return false;
  constexpr int kExtension = 0x21, kPicture = 0x2C;
  avio_skip(file, 10);  // signature and size
  const int colours = avio_r8(file);
  avio_skip(file, 2);
  skip_colours(file, colours);
  for (;;) {
    const int block = avio_r8(file);
    if (avio_feof(file) != 0) return true;
    if (block == kExtension) {
      avio_r8(file);
    } else if (block == kPicture) {
      avio_skip(file, 8);  // its place
      skip_colours(file, avio_r8(file));
      avio_r8(file);
    } else {
      return false;  // the trailer, or damage
    }
    skip_blocks(file);
  }
}

bool is_ogg_without_end(AVIOContext* file) {
  constexpr std::size_t kHeader = 27, kLargestPage = kHeader + 255 + std::size_t{255} * 255;
  constexpr std::size_t kFlagsAt = 5, kSegmentsAt = 26;
  constexpr unsigned kLastOfStream = 4;
  const std::int64_t size = can_seek(file) ? avio_size(file) : 0;
  const auto shown = std::min<std::int64_t>(size, kLargestPage);
  if (size <= 0 || avio_seek(file, size - shown, SEEK_SET) < 0) return false;
  std::string tail(static_cast<std::size_t>(shown), '\0');
  if (avio_read(file, reinterpret_cast<unsigned char*>(tail.data()), static_cast<int>(shown)) != shown) return false;
  const auto byte = [&](std::size_t at) -> std::size_t { return static_cast<unsigned char>(tail[at]); };
  bool last = false;
  for (auto at = tail.find("OggS"); at != std::string::npos; at = tail.find("OggS", at)) {
    if (at + kHeader > tail.size()) return true;
    const std::size_t body = at + kHeader + byte(at + kSegmentsAt);
    if (body > tail.size()) return true;
    last = (byte(at + kFlagsAt) & kLastOfStream) != 0;
    std::size_t next = body;
    for (std::size_t i = at + kHeader; i < body; ++i) next += byte(i);
    if (next > tail.size()) return true;
    at = next;
  }
  return !last;
}

}  // namespace emo::video
