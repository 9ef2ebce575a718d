// A mean over runs says something of a recipe only where all of them had the same one, and a run that goes on has the
// one that it began with. Whether the data are still the same is asked of every run by itself, when it is resumed.
#include "recipe.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "core/quote.hpp"
#include "io/file.hpp"
#include "io/json.hpp"
#include "io/output_place.hpp"
#include "train/run_folder.hpp"

namespace emo::app {
namespace {

constexpr std::uint64_t kMaxRecipe = 64u << 20;
constexpr int kRecipeIndent = 2;

// Of several seeds: what the flags of a resumed run may change, what follows from these, and the seed. Not
// fewest_steps: it decides the size of the batches of runs not yet begun.
std::vector<std::string> may_differ_of_seeds() {
  return {"epochs", "int8", "max_minutes", "most_views", "patience", "seed", "threads"};
}

// Not recipe.json, a name that people give the file for --config, which may lie in `out`.
std::string recipe_of(const std::string& out) {
  return out + "/recipe_seeds.json";
}

Result<io::Json> binding_part(const std::string& config, const std::string& path,
                              const std::vector<std::string>& may_differ) {
  EMO_ASSIGN(auto json, io::parse_json(config, path));
  if (!json.is_object()) return Error{ErrorCode::kInvalidData, path + ": expected an object"};
  for (const auto& key : may_differ) json.erase(key);
  return json;
}

struct Difference {
  std::string key;  ///< "sources[0].map"
  const io::Json *given, *before;
};

// The first member in which two that differ do so; a null pointer stands for one that is not there, as of an encoder
// that a config leaves out.
Difference first_difference(const std::string& key, const io::Json* given, const io::Json* before) {
  const auto both = [&](auto kind) { return given != nullptr && before != nullptr && kind(*given) && kind(*before); };
  if (both([](const io::Json& json) { return json.is_object(); })) {
    io::Json all = *given;
    all.update(*before);
    const auto member = [](const io::Json& json, const std::string& name) {
      const auto found = json.find(name);
      return found == json.end() ? nullptr : &*found;
    };
    for (const auto& [name, value] : all.items()) {
      const io::Json *one = member(*given, name), *other = member(*before, name);
      if (one != nullptr && other != nullptr && *one == *other) continue;
      return first_difference(key.empty() ? name : key + "." + name, one, other);
    }
  }
  if (both([](const io::Json& json) { return json.is_array(); }) && given->size() == before->size()) {
    for (std::size_t i = 0; i < given->size(); ++i) {
      const io::Json &one = (*given)[i], &other = (*before)[i];
      if (one != other) return first_difference(key + "[" + std::to_string(i) + "]", &one, &other);
    }
  }
  return {key, given, before};
}

// `given` against what the file `path` holds, of `whose` ("the run in OUT has").
Result<void> compare(const io::Json& given, const std::string& path, const std::vector<std::string>& may_differ,
                     const std::string& whose) {
  EMO_ASSIGN(const std::string text, io::read_file(path, kMaxRecipe));
  EMO_ASSIGN(const auto before, binding_part(text, path, may_differ));
  if (given == before) return {};
  const auto found = first_difference("", &given, &before);
  const auto shown = [](const io::Json* value, const char* missing) {
    return value == nullptr ? std::string(missing) : core::quoted(value->dump());
  };
  return Error{ErrorCode::kUsage, found.key + " is " + shown(found.given, "not given") + ", but " + whose + " " +
                                      shown(found.before, "none") +
                                      ": with --resume give the flags of before, or another --out"};
}

// A recipe of which no run was begun, for its data could not be read, binds nobody. Other runs beside are none of it.
bool holds_runs(const std::string& out) {
  std::error_code failed;
  for (std::filesystem::directory_iterator entry(out, failed), end; !failed && entry != end; entry.increment(failed)) {
    const bool of_a_seed = entry->path().filename().string().starts_with("seed-");
    if (of_a_seed && io::is_there(entry->path().string() + "/args.json")) return true;
  }
  return false;
}

}  // namespace

Result<void> keep_recipe(const std::string& out, const std::string& config, bool resume) {
  const std::string path = recipe_of(out);
  const bool begun = holds_runs(out);
  if (begun && !resume) return {};  // the runs in it are refused one by one, and keep their recipe
  EMO_ASSIGN(const auto given, binding_part(config, "training config", may_differ_of_seeds()));
  if (!begun || !io::is_there(path)) {
    EMO_TRY(io::make_folder(out));
    return io::write_file_atomic(path, given.dump(kRecipeIndent) + "\n");
  }
  return compare(given, path, may_differ_of_seeds(), "the runs of " + out + " have");
}

Result<void> check_recipe(const std::string& out, const std::string& config,
                          const std::vector<std::string>& may_differ) {
  const std::string path = train::RunFolder::recipe_file(out);
  if (!io::is_there(path)) {
    return Error{ErrorCode::kUsage, out +
                                        " does not say what its run was asked for, as an older program left it: give "
                                        "--resume without the flags of before"};
  }
  EMO_ASSIGN(const auto given, binding_part(config, "training config", may_differ));
  return compare(given, path, may_differ, "the run in " + out + " has");
}

std::string unlike_runs(const std::string& out, std::int64_t count) {
  const auto config_of = [&](std::int64_t seed) {
    const auto text = io::read_file(out + "/seed-" + std::to_string(seed) + "/args.json", kMaxRecipe);
    auto json = text ? io::parse_json(*text, "args.json") : Result<io::Json>(text.error());
    return json && json->is_object() ? *json : io::Json::object();
  };
  const io::Json first = config_of(1);
  for (std::int64_t seed = 2; seed <= count; ++seed) {
    const io::Json other = config_of(seed);
    for (const char* key : {"epochs", "max_minutes", "patience", "int8"}) {
      if (!first.contains(key) || !other.contains(key) || first[key] == other[key]) continue;
      return std::string(key) + " is " + first[key].dump() + " for seed 1 and " + other[key].dump() + " for seed " +
             std::to_string(seed) + ": the mean is of unlike runs; --resume with one value for all makes them alike";
    }
  }
  return {};
}

void drop_unused_recipe(const std::string& out) {
  std::error_code failed;
  if (!holds_runs(out)) std::filesystem::remove(recipe_of(out), failed);
}

}  // namespace emo::app
