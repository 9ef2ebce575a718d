// Labelled faces from every layout that people keep them in, as one list. Trainer and evaluation read through this.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/split.hpp"
#include "emo/error.hpp"
#include "vision/image.hpp"

namespace emo::dataset {

/// One labelled face. Either `file` names an image that is still to be decoded, or `image` holds its pixels.
struct FaceItem {
  std::string id;                   ///< as the data names it: a path, "fer0000001.png", or its row number
  std::string file;                 ///< path of the image; empty = `image` is filled
  vision::Image image;              ///< grey pixels of FER2013's layouts
  std::string label;                ///< as the data says; empty = none
  std::vector<std::uint8_t> votes;  ///< counts of FaceData::vote_labels; empty = not voted on
  Split split = Split::kNone;
  std::int64_t group = -1;               ///< equal numbers = copies of one image; -1 = none known
  std::optional<double> train_distance;  ///< mean grey difference to the nearest training image, where the data says
  std::uint64_t row = 0;                 ///< line in the file that lists it, 0 for a folder
  std::string place;                     ///< "labels.csv:17" or the path: for messages
  std::map<std::string, std::string> extra = {};  ///< other columns of its row, where FaceDataOptions::keep_extra
};

struct FaceData {
  std::vector<std::string> classes;      ///< every label met, in the layout's own order (FER2013, RAF-DB) or sorted
  std::vector<std::string> vote_labels;  ///< FER+'s ten, or empty
  std::string labelled_by;               ///< "fer2013" where the labels are FER2013's own, else empty
  std::vector<FaceItem> items;           ///< in a fixed order: file order, or folders and files sorted by name
  std::vector<Error> rejected;           ///< rows that could not be read, each naming file:line
  bool of_a_part = false;                ///< keep_split() left items out, and `rejected` may be of theirs
  std::vector<FaceItem> left_out = {};   ///< read, but by a rule not among `items`; without their pixels
  std::vector<std::string> passed_over = {};  ///< what lies in the folders and is taken for no data, a sentence each
  std::vector<std::string> told = {};         ///< how labels and parts were understood where one may differ, likewise
};

enum class FaceLayout : std::uint8_t { kAuto, kFolder, kFer2013Csv, kPackedFer, kList, kRows };

struct FaceDataOptions {
  FaceLayout layout = FaceLayout::kAuto;
  std::string votes;                   ///< FER+ fer2013new.csv for a FER2013 csv; empty = none
  std::string images;                  ///< folder that relative paths of a list are in; empty = beside the list
  std::string image_column = "image";  ///< of csv, tsv and jsonl
  std::string label_column = "label";
  std::vector<std::string> numbered;  ///< names for labels that are numbers 0, 1, 2… or 1, 2, 3…; empty = the layout's
  bool require_labels = true;         ///< an item without label is rejected
  bool label_column_named = false;  ///< csv and tsv without the label column are an error, items may lack a label
  bool keep_extra = false;          ///< fill FaceItem::extra from layouts with named columns
};

/// The layouts, recognised by what lies at `path`:
///   folder per class  DIR/CLASS/*.jpg, or DIR/{train,val,test}/CLASS/*.jpg (any name that split_of() knows, "set" may
///                     follow it; one with folders in it makes all of them splits, and those of other names are passed
///                     over), also some folders further down, or DIR/CLASS/{train,val,test}/*.jpg; classes that are
///                     just 1 to 7 are RAF-DB's. A folder with EmoLabel and Image is RAF-DB as it is unpacked: its own
///                     list is read, as that of a folder with list_patition_label.txt in it is
///   FER2013           csv with the columns emotion (0..6), pixels (2304 numbers 0..255), Usage
///   packed FER2013    folder with fer2013plus_labels.csv and fer2013plus_images_48x48_u8.bin or .bin.xz
///   list              lines `path label`, between them a tab, a comma or blanks; the path may be in double quotes; a
///                     line that begins with # is a comment; paths are relative to the list. RAF-DB's
///                     list_patition_label.txt (1..7, "train_00001.jpg" = Image/aligned/train_00001_aligned.jpg, split
///                     by prefix) is known; with other numbers its files and splits are
///   rows              csv, tsv or jsonl with an image and a label column; a column "split", "usage" or "Usage" is read
///                     where there is one, else one of any name that holds names of parts alone (SplitColumn)
/// Images are not decoded here. A row that cannot be read goes to `rejected`, the rest goes on.
/// Errors: kNotFound, kIo; kUsage when an option would do nothing; kInvalidData when the layout cannot be
/// told, a column is missing, or no item is left.
Result<FaceData> read_face_data(const std::string& path, const FaceDataOptions& options = {});

/// True when the first lines of the file at `path` are all `path label` with the name of a picture, as of the layout
/// "list". False for what cannot be read.
bool looks_like_face_list(const std::string& path);

/// FaceData::labelled_by of FER2013's own labels: also what a head that learnt them is called.
inline constexpr std::string_view kFer2013 = "fer2013";
/// FER2013's classes in the order of its numbers: angry, disgust, fear, happy, sad, surprise, neutral.
const std::vector<std::string>& fer_classes();
/// FER+'s columns: neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, NF.
inline constexpr std::size_t kVoteCount = 10;
const std::vector<std::string>& vote_labels();

/// FER+'s majority rule (microsoft/FERPlus, src/ferplus.py): counts of 1 become 0; the class with more than half of
/// what is left, as an index into vote_labels(). nullopt when there is none or it is unknown or NF.
std::optional<std::size_t> majority_vote(const std::vector<std::uint8_t>& votes);

/// Moves the items for which `leaves_out` holds from `items` to `left_out`. Returns how many they were.
std::size_t leave_out(FaceData& data, const std::function<bool(const FaceItem&)>& leaves_out);

/// Replaces every item's label by the majority of its votes and leaves out the items without one (and with
/// `seven_classes` those of contempt). `classes` become FER+'s, `labelled_by` empty. Returns how many were left out.
/// Errors: kInvalidData when the data has no votes.
Result<std::size_t> label_by_majority(FaceData& data, bool seven_classes);

/// Keeps the items of `split`. Returns how many were dropped.
std::size_t keep_split(FaceData& data, Split split);

}  // namespace emo::dataset
