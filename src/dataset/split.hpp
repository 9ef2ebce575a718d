// The parts of a data set, and what people call them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace emo::dataset {

enum class Split : std::uint8_t { kNone, kTrain, kDev, kTest };

/// "train", "Training", "dev", "development", "val", "valid", "validation", "PublicTest", "test", "testing",
/// "PrivateTest" in any case, with blanks around; nullopt for another word.
std::optional<Split> split_of(std::string_view name);
/// The part that the name of a file or folder means, whatever else it says that adds nothing: "train_set", "Test
/// images", "01_val", "training-data". nullopt where it says more ("train_labels").
std::optional<Split> split_in_name(std::string_view name);
/// "", "train", "dev", "test".
std::string_view name_of(Split split);

}  // namespace emo::dataset
