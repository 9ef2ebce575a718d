# Installation: the programs, the models and their data.
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
