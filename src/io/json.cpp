// A document builder over the JSON library's event parser: adds what hostile input needs, a cap on depth and the
// refusal of duplicate names. Not a schema: json_fields reads typed members.
#include "io/json.hpp"

#include <utility>
#include <vector>

#include "core/quote.hpp"
#include "io/json_problem.hpp"

namespace emo::io {
namespace {

class DocumentBuilder final : public nlohmann::json_sax<Json> {
 public:
  explicit DocumentBuilder(int max_depth) : max_depth_(static_cast<std::size_t>(max_depth)) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t& /*text*/) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return fail("binary value"); }
  bool start_object(std::size_t /*elements*/) override { return open(Json::object()); }
  bool start_array(std::size_t /*elements*/) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    auto& members = open_.back()->get_ref<Json::object_t&>();
    const auto [place, is_new] = members.try_emplace(std::move(name));
    if (!is_new) return fail("member " + core::quoted(place->first) + " occurs twice");
    slot_ = &place->second;
    return true;
  }

  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& cause) override {
    return fail(json_problem(position, token, cause));
  }

  Json take() { return std::move(root_); }
  [[nodiscard]] const std::string& message() const { return message_; }

 private:
  bool fail(std::string message) {
    message_ = std::move(message);
    return false;
  }

  Json* place(Json&& value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (open_.back()->is_array()) return &open_.back()->get_ref<Json::array_t&>().emplace_back(std::move(value));
    *slot_ = std::move(value);
    return slot_;
  }

  bool add(Json value) {
    place(std::move(value));
    return true;
  }

  // Pointers stay valid: a container is not touched again before the ones inside it are closed.
  bool open(Json value) {
    if (open_.size() >= max_depth_) return fail("nested deeper than " + std::to_string(max_depth_) + " levels");
    open_.push_back(place(std::move(value)));
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::size_t max_depth_;
  Json root_;
  std::vector<Json*> open_;
  Json* slot_ = nullptr;
  std::string message_;
};

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& origin, ErrorCode code, int max_depth) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {  // versions of the library word it differently
    return Error{code, origin + ": not JSON: end of input where a value was expected"};
  }
  DocumentBuilder builder(max_depth);
  try {
    if (Json::sax_parse(text.begin(), text.end(), &builder)) {
      if (const auto cut = cut_by_nul(text); !cut.empty()) return Error{code, origin + ": not JSON: " + cut};
      return builder.take();
    }
  } catch (const std::exception& error) {
    return Error{code, origin + ": not JSON: " + error.what()};
  }
  return Error{code, origin + ": not JSON: " + builder.message()};
}

std::string dump_json(const OrderedJson& json, int indent) {
  return json.dump(indent, ' ', false, OrderedJson::error_handler_t::replace);
}

std::string dump_json(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace emo::io
