# One target per folder of src/. Linking is the only way to see another folder's headers: each target exports only
# a private include tree holding its own folder, so an include across a layer that is not linked does not build.
add_library(emo_options INTERFACE)
target_compile_options(emo_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast)
# g++ 12 warns about overlapping copies inside std::string operator+ (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(emo_options INTERFACE -Wno-restrict)
endif()
if(EMO_WERROR)
  target_compile_options(emo_options INTERFACE -Werror)
endif()
if(EMO_FUZZ)
  # Coverage feedback from our own code, without which a fuzzer guesses blindly.
  target_compile_options(emo_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(EMO_SANITIZE)
  target_compile_options(emo_options INTERFACE -fsanitize=${EMO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(emo_options INTERFACE -fsanitize=${EMO_SANITIZE})
endif()

# emo_module(NAME SOURCES a.cpp… [USES core io …] [PRIVATE_LIBS …])
function(emo_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE_LIBS" ${ARGN})
  add_library(emo_${name} STATIC ${ARG_SOURCES})
  set(view ${CMAKE_BINARY_DIR}/include_view/${name})
  file(MAKE_DIRECTORY ${view})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${view}/${name} SYMBOLIC)
  target_include_directories(emo_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
                                                $<BUILD_INTERFACE:${view}>)
  target_link_libraries(emo_${name} PRIVATE $<BUILD_INTERFACE:emo_options> ${ARG_PRIVATE_LIBS})
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(emo_${name} PUBLIC emo_${used})
  endforeach()
endfunction()
