# xuncun_migrations(TARGET FOLDER): turns FOLDER/NNNN_*.sql into <build>/FOLDER/migrations.inc, rows of
# {number, R"sql(...)sql"}, so that migrations stay real .sql files. The target includes "migrations.inc".
function(xuncun_migrations target folder)
    file(GLOB files CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/${folder}
         ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.sql)
    list(SORT files)
    set(rows "")
    foreach(file IN LISTS files)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/${file})
        file(READ ${folder}/${file} sql)
        string(REGEX MATCH "^[0-9]+" number ${file})
        math(EXPR number "${number}")
        string(APPEND rows "    {${number}, R\"sql(${sql})sql\"},\n")
    endforeach()
    set(out ${CMAKE_CURRENT_BINARY_DIR}/${folder})
    file(CONFIGURE OUTPUT ${out}/migrations.inc CONTENT "${rows}" @ONLY)
    target_include_directories(${target} PRIVATE ${out})
endfunction()
