# Installation: the programs, the models, and the library of the lean half for find_package(EmotionAware).
if(TARGET emo)
  install(TARGETS emo RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
if(TARGET emo-train)
  install(TARGETS emo-train RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
if(TARGET emo_video)
  # src/vision/video.cpp looks for it here, seen from the program's folder.
  install(TARGETS emo_video LIBRARY DESTINATION ${CMAKE_INSTALL_BINDIR}/../lib/emotionaware)
endif()
if(IS_DIRECTORY ${PROJECT_SOURCE_DIR}/models)
  install(DIRECTORY models/ DESTINATION ${CMAKE_INSTALL_DATADIR}/emotionaware/models)
endif()

# emo::emo is the pipeline with all that it stands on. Its headers keep their folders: "pipeline/text_recognizer.hpp".
set(exported core io text nn models vision dataset pipeline)
add_library(emo_api INTERFACE)
add_library(emo::emo ALIAS emo_api)
set_target_properties(emo_api PROPERTIES EXPORT_NAME emo)
target_link_libraries(emo_api INTERFACE emo_pipeline)
target_compile_features(emo_api INTERFACE cxx_std_20)
set(header_root ${CMAKE_INSTALL_INCLUDEDIR}/emotionaware)
install(DIRECTORY include/ DESTINATION ${header_root})
foreach(module IN LISTS exported)
  set_target_properties(emo_${module} PROPERTIES EXPORT_NAME ${module})
  target_include_directories(emo_${module} PUBLIC $<INSTALL_INTERFACE:${header_root}>)
  install(TARGETS emo_${module} EXPORT EmotionAware ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/emotionaware)
  install(DIRECTORY src/${module} DESTINATION ${header_root} FILES_MATCHING PATTERN "*.hpp"
          PATTERN "*_kernel.hpp" EXCLUDE PATTERN "simd*.hpp" EXCLUDE)
endforeach()
install(TARGETS emo_api EXPORT EmotionAware)

include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/EmotionAware)
install(EXPORT EmotionAware NAMESPACE emo:: FILE EmotionAwareTargets.cmake DESTINATION ${package})
configure_package_config_file(cmake/EmotionAwareConfig.cmake.in EmotionAwareConfig.cmake INSTALL_DESTINATION ${package}
                              PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(EmotionAwareConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/EmotionAwareConfig.cmake ${PROJECT_BINARY_DIR}/EmotionAwareConfigVersion.cmake
        DESTINATION ${package})
