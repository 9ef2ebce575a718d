// The readers of single layouts. Internal to dataset.
#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/face_dataset.hpp"
#include "dataset/split_column.hpp"

namespace emo::dataset {

inline constexpr int kFerSide = 48;

Result<FaceData> read_fer2013_csv(const std::string& path, const FaceDataOptions& options);
Result<FaceData> read_packed_fer(const std::string& folder, const FaceDataOptions& options);
Result<FaceData> read_face_folder(const std::string& folder, const FaceDataOptions& options);
Result<FaceData> read_face_list(const std::string& path, const FaceDataOptions& options);
Result<FaceData> read_face_rows(const std::string& path, const FaceDataOptions& options);

/// True when the header of csv `path` has the columns of FER2013.
bool looks_like_fer2013(const std::string& path);
/// Whether the header of csv `path` has that column, in whatever case.
bool has_column(const std::string& path, std::string_view name);
/// True when `folder` holds the packed set.
bool looks_packed(const std::string& folder);

/// The picture that a list in folder `base` calls `name`; backslashes part folders where nothing is called so with
/// them.
std::string listed_picture(const std::filesystem::path& base, std::string name);

/// True for a regular file or a link to one; false for what is not there or cannot be looked at.
bool is_file(const std::filesystem::path& path);

/// The label that the whole number `text` stands for; a text that is no number is its own label.
/// Errors: kInvalidData for a number outside `names` (first number `base`).
Result<std::string> named_label(const std::string& text, const std::vector<std::string>& names, int base);

/// The whole number that `label` is, "01" as well as "1"; nullopt for a word.
std::optional<int> number_of(const std::string& label);

/// Whether an item's label is that number.
bool has_number(const FaceData& data, int number);

/// Gives the items whose labels are numbers the names that the caller has for them, and says which is which; those
/// without a name go to `rejected`. Numbers begin at 0, or at 1 where no item has a 0 and one has as large a number as
/// there are names: read from 0 on, each of them would get its neighbour's name.
void name_numbers(const std::vector<std::string>& names, FaceData& data);
/// "1 = surprise, 2 = fear": the numbers that occur in `data`, the first of `names` for `base`.
std::string numbers_in_words(const std::vector<std::string>& names, int base, const FaceData& data);
/// Names numbers that begin at `base`, and says nothing.
void name_numbers(const std::vector<std::string>& names, int base, FaceData& data);

/// Moves the items whose label is none of `names` to `rejected`: for data whose labels are numbers of these names,
/// where another word is a slip of the pen and no class.
void reject_unnamed(const std::vector<std::string>& names, FaceData& data);

/// What a row says in the first of the columns `names` (small letters) that says anything, whatever the case of its
/// name; null where none does. A header "usage" must not put the rows of a test into training.
const std::map<std::string, std::string>::value_type* told_in(const std::map<std::string, std::string>& extra,
                                                              std::initializer_list<std::string_view> names);

/// The parts of a table's rows where no column that is called so says them: one that holds nothing else may.
class PartsByColumn {
 public:
  /// The other columns of the next row.
  void add(const std::map<std::string, std::string>& extra) { column_.add(extra); }
  /// The row added last has become the next item.
  void kept() { row_of_.push_back(column_.rows() - 1); }
  /// Puts all items into their parts and says so; nothing where an item has one already, or no column says it.
  /// Errors: as SplitColumn::found().
  [[nodiscard]] Result<void> apply(FaceData& data) const;

 private:
  SplitColumn column_;
  std::vector<std::size_t> row_of_;  ///< of every item
};

/// RAF-DB's basic emotions, which its files number 1..7 (Li et al. 2017).
const std::vector<std::string>& raf_classes();

/// Fills `classes` with the labels of the items: those of `order` first, others sorted.
void collect_classes(FaceData& data, const std::vector<std::string>& order);

/// Ten counts from the members of `values`; empty when the row has none. Errors: kInvalidData naming the column.
Result<std::vector<std::uint8_t>> votes_of(const std::map<std::string, std::string>& values);

}  // namespace emo::dataset
