/* Makes the n-th system call of a kind fail, or be cut short, in the process that asks for it.

   Loaded by LD_PRELOAD; does nothing until fault_arm() is called (by ctypes). Counts the calls of
   each group, so that a first run says how many there are. Standard streams are left alone. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN, READ, WRITE, SYNC, RENAME, LINK, UNLINK, MKDIR, STAT, MMAP, CLOSE, SEEK, SPAWN, GROUPS };
enum { SHORT = -1 };

static volatile int counting, group_armed = -1, code_armed, stays_armed;
static volatile long at_armed, counts[GROUPS];

void fault_arm(int group, long at, int code, int stays) {
    for (int i = 0; i < GROUPS; i++) counts[i] = 0;
    group_armed = group, at_armed = at, code_armed = code, stays_armed = stays, counting = 1;
}
void fault_disarm(void) { counting = 0; }
long fault_count(int group) { return counts[group]; }

/* 0 to go on, SHORT to be cut short, or an errno. */
static int fault(int group) {
    if (!counting) return 0;
    long n = __sync_add_and_fetch(&counts[group], 1);
    if (group != group_armed || (stays_armed ? n < at_armed : n != at_armed)) return 0;
    return code_armed;
}

#define REAL(type, name, ...)                                                                     \
    static type (*real)(__VA_ARGS__);                                                             \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)
#define FAIL(group, failed)                                                                       \
    do { int code = fault(group); if (code > 0) { errno = code; return failed; } } while (0)

#define OPENER(name)                                                                              \
    int name(const char *path, int flags, ...) {                                                  \
        mode_t mode = 0;                                                                          \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                      \
            va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest);       \
        }                                                                                         \
        REAL(int, #name, const char *, int, ...);                                                 \
        FAIL(OPEN, -1);                                                                           \
        return real(path, flags, mode);                                                           \
    }
OPENER(open)
OPENER(open64)
#define OPENER_AT(name)                                                                           \
    int name(int folder, const char *path, int flags, ...) {                                      \
        mode_t mode = 0;                                                                          \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                      \
            va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest);       \
        }                                                                                         \
        REAL(int, #name, int, const char *, int, ...);                                            \
        FAIL(OPEN, -1);                                                                           \
        return real(folder, path, flags, mode);                                                   \
    }
OPENER_AT(openat)
OPENER_AT(openat64)
DIR *opendir(const char *path) { REAL(DIR *, "opendir", const char *); FAIL(OPEN, NULL); return real(path); }
DIR *fdopendir(int fd) { REAL(DIR *, "fdopendir", int); FAIL(OPEN, NULL); return real(fd); }

ssize_t read(int fd, void *to, size_t size) {
    REAL(ssize_t, "read", int, void *, size_t);
    int code = fd > 2 ? fault(READ) : 0;
    if (code > 0) { errno = code; return -1; }
    return real(fd, to, code == SHORT && size > 1 ? size / 2 : size);
}
ssize_t write(int fd, const void *from, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    int code = fd > 2 ? fault(WRITE) : 0;
    if (code > 0) { errno = code; return -1; }
    return real(fd, from, code == SHORT && size > 1 ? size / 2 : size);
}
ssize_t writev(int fd, const struct iovec *v, int n) {
    REAL(ssize_t, "writev", int, const struct iovec *, int); FAIL(WRITE, -1); return real(fd, v, n);
}

#define ONE(group, type, failed, name, decl, call, ...)                                           \
    type name decl { REAL(type, #name, __VA_ARGS__); FAIL(group, failed); return real call; }
ONE(SYNC, int, -1, fsync, (int fd), (fd), int)
ONE(SYNC, int, -1, fdatasync, (int fd), (fd), int)
ONE(RENAME, int, -1, rename, (const char *a, const char *b), (a, b), const char *, const char *)
ONE(RENAME, int, -1, renameat, (int d, const char *a, int e, const char *b), (d, a, e, b), int, const char *, int, const char *)
ONE(LINK, int, -1, link, (const char *a, const char *b), (a, b), const char *, const char *)
ONE(LINK, int, -1, linkat, (int d, const char *a, int e, const char *b, int f), (d, a, e, b, f), int, const char *, int, const char *, int)
ONE(LINK, int, -1, symlink, (const char *a, const char *b), (a, b), const char *, const char *)
ONE(UNLINK, int, -1, unlink, (const char *a), (a), const char *)
ONE(UNLINK, int, -1, unlinkat, (int d, const char *a, int f), (d, a, f), int, const char *, int)
ONE(UNLINK, int, -1, rmdir, (const char *a), (a), const char *)
ONE(MKDIR, int, -1, mkdir, (const char *a, mode_t m), (a, m), const char *, mode_t)
ONE(MKDIR, int, -1, mkdirat, (int d, const char *a, mode_t m), (d, a, m), int, const char *, mode_t)
ONE(STAT, int, -1, stat, (const char *a, struct stat *s), (a, s), const char *, struct stat *)
ONE(STAT, int, -1, lstat, (const char *a, struct stat *s), (a, s), const char *, struct stat *)
ONE(STAT, int, -1, fstat, (int fd, struct stat *s), (fd, s), int, struct stat *)
ONE(STAT, int, -1, stat64, (const char *a, struct stat64 *s), (a, s), const char *, struct stat64 *)
ONE(STAT, int, -1, lstat64, (const char *a, struct stat64 *s), (a, s), const char *, struct stat64 *)
ONE(STAT, int, -1, fstat64, (int fd, struct stat64 *s), (fd, s), int, struct stat64 *)
ONE(STAT, int, -1, fstatat64, (int d, const char *a, struct stat64 *s, int f), (d, a, s, f), int, const char *, struct stat64 *, int)
ONE(MMAP, void *, MAP_FAILED, mmap, (void *a, size_t n, int p, int f, int fd, off_t o), (a, n, p, f, fd, o), void *, size_t, int, int, int, off_t)
ONE(MMAP, void *, MAP_FAILED, mmap64, (void *a, size_t n, int p, int f, int fd, off64_t o), (a, n, p, f, fd, o), void *, size_t, int, int, int, off64_t)
ONE(SEEK, off64_t, -1, lseek64, (int fd, off64_t o, int w), (fd, o, w), int, off64_t, int)
ONE(SEEK, int, -1, ftruncate64, (int fd, off64_t n), (fd, n), int, off64_t)
ONE(SPAWN, int, -1, pipe2, (int *p, int f), (p, f), int *, int)
ONE(SPAWN, pid_t, -1, fork, (void), (), void)

int close(int fd) { /* the descriptor is gone even where close fails */
    REAL(int, "close", int);
    int result = real(fd), code = fd > 2 ? fault(CLOSE) : 0;
    if (code > 0) { errno = code; return -1; }
    return result;
}
