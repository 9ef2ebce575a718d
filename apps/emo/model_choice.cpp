// From --model to an opened model. The search itself is pipeline/bundle_search, which knows neither the environment nor
// this program's own path; both are looked up here.
#include "model_choice.hpp"

#include <cstdio>
#include <cstdlib>

#include "core/quote.hpp"
#include "pipeline/bundle_search.hpp"

namespace emo::cli {
namespace {

std::string models_variable() {
  const char* set = std::getenv("EMO_MODELS");
  return set == nullptr ? "" : set;
}

}  // namespace

std::vector<std::string> model_folders(const Context& context) {
  return pipeline::bundle_folders(context.executable, models_variable());
}

void tell_missing_model_folders(const Context& context) {
  if (context.global.quiet) return;
  for (const auto& folder : pipeline::missing_folders(models_variable())) {
    std::fprintf(stderr, "emo: EMO_MODELS names %s, which is no folder\n", core::quoted(folder).c_str());
  }
}

Result<std::string> choose_model(const Context& context, const std::string& name, std::string_view option) {
  const std::string& asked = name.empty() ? context.global.model : name;
  return pipeline::bundle_or_default(asked, pipeline::kDefaultTextBundle, model_folders(context), option);
}

Result<std::string> choose_argument_or_model(const Context& context, const std::string& bundle) {
  if (!bundle.empty() && !context.global.model.empty()) {
    return Error{ErrorCode::kUsage, "give either " + core::quoted(bundle) + " or --model " +
                                        core::quoted(context.global.model) + ", not both: each says which bundle"};
  }
  return choose_model(context, bundle);
}

Result<std::unique_ptr<pipeline::TextRecognizer>> open_text_model(const Context& context,
                                                                  const pipeline::RecognizerOptions& options) {
  EMO_ASSIGN(const auto folder, choose_model(context));
  return pipeline::TextRecognizer::open(folder, options);
}

}  // namespace emo::cli
