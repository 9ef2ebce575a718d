// Results that are one record or a short list of them (a manifest, a measurement, findings), in every format.
#pragma once

#include <string>

#include "cli.hpp"
#include "io/json.hpp"

namespace emo::cli {

/// Prints `record`, an object, as --format asks for it: json indented, jsonl on one line, csv as print_table(). Pretty
/// is the caller's affair, or else as json.
void print_record(const io::OrderedJson& record, const Context& context);

/// The same of a list of objects: json a list, jsonl a line each, csv a table.
void print_records(const io::OrderedJson& records, const Context& context);

/// Prints `records`, a list of objects, as csv: a column for each member, in order of appearance ("a.b" for b inside
/// a), empty where a record has none. A list of plain values stands in one field, parted by "|"; another as JSON.
/// Of no record there is no column, and nothing is printed.
void print_table(const io::OrderedJson& records);

/// Of JSON text that this program made.
io::OrderedJson record_of(const std::string& json);

}  // namespace emo::cli
