/* A folder of the program's own, in which it makes its files: made and left before and after anything is told. */
#ifndef TROUPE_TESTS_TRACEES_TOLD_OWN_FOLDER_H
#define TROUPE_TESTS_TRACEES_TOLD_OWN_FOLDER_H

#include <dirent.h>
#include <fcntl.h>
#include <malloc.h>
#include <time.h>

#include "told.h"

static char own_folder[] = "told-XXXXXX";

static UNUSED void enter_own_folder(void) {
    mallopt(M_TOP_PAD, 1 << 22); /* what is told grows without a call */
    tzset();
    EXPECT(mkdtemp(own_folder) != NULL);
    EXPECT(chdir(own_folder) == 0);
}

/* Files and empty folders in it go with it. */
static UNUSED void leave_own_folder(void) {
    DIR* folder = opendir(".");
    EXPECT(folder != NULL);
    for (const struct dirent* entry; (entry = readdir(folder)) != NULL;) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            EXPECT(remove(entry->d_name) == 0);
        }
    }
    closedir(folder);
    EXPECT(chdir("..") == 0 && rmdir(own_folder) == 0);
}

static UNUSED void make_file(const char* name, const char* content) {
    const int fd = open(name, O_CREAT | O_WRONLY | O_TRUNC, 0640);
    EXPECT(fd >= 0 && write(fd, content, strlen(content)) == (ssize_t)strlen(content) && close(fd) == 0);
}

#endif
