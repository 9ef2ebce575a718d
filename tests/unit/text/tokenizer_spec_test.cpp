// Special tokens of a completed specification.
#include "text/tokenizer_spec.hpp"

#include <gtest/gtest.h>

namespace emo::text {
namespace {

TokenizerSpec spec_of(std::initializer_list<std::string_view> pieces) {
  TokenizerSpec spec;
  std::int64_t id = 0;
  for (const std::string_view piece : pieces) EXPECT_TRUE(spec.vocabulary.add(piece, id++).has_value());
  spec.unknown = "[UNK]";
  return spec;
}

TEST(TokenizerSpec, FindsSpecialTokensByName) {
  TokenizerSpec spec = spec_of({"[UNK]", "[PAD]", "[SEP]", "[CLS]"});
  ASSERT_TRUE(complete_spec(spec, {}, {}).has_value());
  EXPECT_EQ(spec.first_id, 3);
  EXPECT_EQ(spec.last_id, 2);
  EXPECT_EQ(spec.pad_id, 1);
  EXPECT_EQ(spec.unknown_id, 0);
}

TEST(TokenizerSpec, AddedTokensKeepTheModelsIdOrEnlargeTheVocabulary) {
  TokenizerSpec spec = spec_of({"[UNK]", "[CLS]", "[SEP]"});
  AddedToken known, fresh;
  known.content = "[SEP]";
  known.id = 77;
  fresh.content = "<new>";
  fresh.id = 3;
  spec.added = {known, fresh};
  ASSERT_TRUE(complete_spec(spec, {}, {}).has_value());
  EXPECT_EQ(spec.added[0].id, 2);
  EXPECT_EQ(spec.vocabulary.size(), 4);
  EXPECT_EQ(spec.vocabulary.piece(3), "<new>");
  EXPECT_EQ(spec.model_entries.size(), 3U);
  EXPECT_EQ(spec.pieces.find("<new>"), PieceTable::kMissing);  // not a piece of the model
}

TEST(TokenizerSpec, SaysWhichTokenIsMissing) {
  TokenizerSpec no_end = spec_of({"[UNK]", "[CLS]"});
  const auto result = complete_spec(no_end, "[CLS]", "[END]");
  ASSERT_FALSE(result.has_value());
  EXPECT_NE(result.error().message.find("[END]"), std::string::npos) << result.error().message;
  TokenizerSpec empty;
  EXPECT_FALSE(complete_spec(empty, {}, {}).has_value());
}

}  // namespace
}  // namespace emo::text
