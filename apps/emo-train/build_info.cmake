# cmake -DSOURCE=FOLDER -DOUT=FILE -P build_info.cmake: writes build_info.hpp with the commit of the checkout in SOURCE.
execute_process(COMMAND git describe --always --dirty WORKING_DIRECTORY ${SOURCE}
                OUTPUT_VARIABLE EMO_GIT_COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT EMO_GIT_COMMIT)
  set(EMO_GIT_COMMIT unknown)
endif()
configure_file(${SOURCE}/build_info.hpp.in ${OUT} @ONLY)
