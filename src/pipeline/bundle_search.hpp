// Where bundled models are looked for, and how a user's name for one becomes a folder.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"

namespace emo::pipeline {

/// Name of the bundle that text commands use when none is named.
inline constexpr const char* kDefaultTextBundle = "text-en";
/// Of the bundle that face commands use, of the detector that finds the faces (see tools/get_detector.sh), of the
/// verifier that tells them from what only looks like one, and of the model that tells how far they lean.
inline constexpr const char* kDefaultFaceBundle = "face";
inline constexpr const char* kDetectorBundle = "detector";
inline constexpr const char* kVerifierBundle = "face-verifier";
inline constexpr const char* kTiltBundle = "face-tilt";

/// Folders that may hold bundles, in order: those of `environment` (the value of EMO_MODELS, separated by ':'), then
/// ../share/emotionaware/models of `executable` (an installation), then "models" in each folder from that of
/// `executable` upwards (a build tree). Only folders that exist; each once. An `executable` without a
/// folder has none: what it would be seen from is the working directory.
std::vector<std::string> bundle_folders(const std::string& executable, const std::string& environment);

/// Those of `environment` that are no folders.
std::vector<std::string> missing_folders(const std::string& environment);

/// The folder of bundle `name`, which somebody named: `name` itself if it has a '/' or is a folder with a
/// manifest.json, else FOLDER/name for the first of `folders` that has it; models/NAME that is no folder is NAME.
/// Errors: kNotFound, naming every place that was tried and the next step, `option` of the command line (empty: there
/// is none) among it.
Result<std::string> find_bundle(const std::string& name, std::span<const std::string> folders,
                                std::string_view option = "--model");

/// The same of a bundle that nobody named: FOLDER/name alone. A folder of that name where the program is started, of
/// pictures say, is none of its business.
Result<std::string> find_default_bundle(const std::string& name, std::span<const std::string> folders,
                                        std::string_view option = "--model");

/// find_bundle() of `named`, or where that is empty find_default_bundle() of `usual`.
Result<std::string> bundle_or_default(const std::string& named, const std::string& usual,
                                      std::span<const std::string> folders, std::string_view option = "--model");

/// Every folder with a manifest.json directly inside one of `folders`, sorted by name; of equal names the first.
std::vector<std::string> list_bundles(std::span<const std::string> folders);

}  // namespace emo::pipeline
