// The only file of this project that includes minizip's headers.
#include "hf/zip_archive.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

#include "core/quote.hpp"
#include "io/file.hpp"

namespace emo::hf {
namespace {

constexpr std::uint64_t kMaxEntries = 100000;
constexpr std::size_t kMaxName = 4096;
constexpr unsigned kEncrypted = 1;                    // bit 0 of an entry's flags
constexpr std::size_t kChunk = std::size_t{1} << 30;  // minizip counts what it reads in an int

}  // namespace

struct ZipArchive::Table {
  explicit Table(unzFile opened) : file(opened) {}
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table() { unzClose(file); }

  unzFile file;
  std::uint64_t file_size = 0, entries_size = 0;  // the latter as far as it is within the former
  bool overlapping = false;
  std::vector<std::string> names;
  std::map<std::string, unz64_file_pos, std::less<>> places;
};

Result<ZipArchive> ZipArchive::open(const std::string& path) {
  EMO_ASSIGN(const auto mapped, io::MappedFile::open(path));
  const auto damaged = [&] {
    return Error{ErrorCode::kInvalidModel, "the zip archive is damaged or cut short: its table is not readable"};
  };
  unzFile file = unzOpen64(path.c_str());
  if (file == nullptr) return damaged();
  ZipArchive out;
  out.table_ = std::make_shared<Table>(file);
  out.table_->file_size = mapped.bytes().size();
  std::array<char, kMaxName> name{};
  for (int status = unzGoToFirstFile(file); status != UNZ_END_OF_LIST_OF_FILE; status = unzGoToNextFile(file)) {
    unz_file_info64 info{};
    unz64_file_pos place{};
    if (status != UNZ_OK ||
        unzGetCurrentFileInfo64(file, &info, name.data(), name.size(), nullptr, 0, nullptr, 0) != UNZ_OK ||
        info.size_filename >= name.size() || unzGetFilePos64(file, &place) != UNZ_OK) {
      return damaged();
    }
    if (out.table_->names.size() >= kMaxEntries) {
      return Error{ErrorCode::kTooLarge, "the zip archive has over " + std::to_string(kMaxEntries) + " entries"};
    }
    // Stored entries do not share bytes: where they do, a small file holds any number of large ones.
    out.table_->overlapping |= info.compressed_size > out.table_->file_size - out.table_->entries_size;
    if (!out.table_->overlapping) out.table_->entries_size += info.compressed_size;
    std::string entry(name.data(), info.size_filename);
    if (!out.table_->places.emplace(entry, place).second) {
      return Error{ErrorCode::kInvalidModel, "entry " + core::quoted(entry) + " is there twice"};
    }
    out.table_->names.push_back(std::move(entry));
  }
  return out;
}

const std::vector<std::string>& ZipArchive::names() const {
  return table_->names;
}

Result<std::vector<std::byte>> ZipArchive::read(const std::string& name) const {
  const auto found = table_->places.find(name);
  const std::string entry = "entry " + core::quoted(name);
  if (found == table_->places.end()) return Error{ErrorCode::kNotFound, entry + " is missing"};
  const auto damaged = [&](const char* what) {
    return Error{ErrorCode::kInvalidModel, entry + " is damaged: " + what};
  };
  unz_file_info64 info{};
  if (unzGoToFilePos64(table_->file, &found->second) != UNZ_OK ||
      unzGetCurrentFileInfo64(table_->file, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) {
    return damaged("no such place");
  }
  if (info.compression_method != 0 || (info.flag & kEncrypted) != 0) {
    return Error{ErrorCode::kUnsupported, entry + " is compressed or encrypted, expected it as torch.save stores it"};
  }
  if (info.uncompressed_size != info.compressed_size || info.uncompressed_size > table_->file_size) {
    return damaged("longer than the archive");
  }
  if (table_->overlapping) return damaged("the entries together are longer than the archive");
  if (unzOpenCurrentFile(table_->file) != UNZ_OK) return damaged("its header and the table disagree");
  std::vector<std::byte> bytes(static_cast<std::size_t>(info.uncompressed_size));
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t wanted = std::min(bytes.size() - at, kChunk);
    const int got = unzReadCurrentFile(table_->file, bytes.data() + at, static_cast<unsigned>(wanted));
    if (got <= 0) {
      unzCloseCurrentFile(table_->file);
      return damaged("it ends early");
    }
    at += static_cast<std::size_t>(got);
  }
  if (unzCloseCurrentFile(table_->file) != UNZ_OK) return damaged("its CRC is another");
  return bytes;
}

}  // namespace emo::hf
