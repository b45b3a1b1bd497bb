/* Calls about the memory of the process: maps that are made, changed, advised about and locked. What they name is not mapped, or is a place
 * of the program's own. */
#define _GNU_SOURCE
#include "own_folder.h"

#ifdef __i386__
#define SYS_map SYS_mmap2
#define MAP "mmap2"
#else
#define SYS_map SYS_mmap
#define MAP "mmap"
#endif

/* Younger than many headers. */
enum { mseal = 462, map_shadow_stack = 453, cachestat = 451 };

static char* page;

static void tell_maps(void) {
    const char* none = named(MAP_PRIVATE | MAP_ANONYMOUS, "MAP_PRIVATE|MAP_ANONYMOUS");
    TELL_AS(syscall(SYS_map, page, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0), MAP "(%s, 4096, %s, %s, -1, 0) = %s",
            pointer(page), NAMED(PROT_NONE), named(MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, "MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS"),
            pointer(page));
    TELL(syscall(SYS_map, NULL, 0, 0xf, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), MAP "(NULL, 0, %s, %s, -1, 0)",
         named(0xf, "PROT_READ|PROT_WRITE|PROT_EXEC|PROT_SEM"), none);
    TELL(syscall(SYS_map, page, 4096, PROT_READ, MAP_SHARED_VALIDATE | MAP_SYNC | MAP_POPULATE, -1, 0), MAP "(%s, 4096, %s, %s, -1, 0)",
         pointer(page), NAMED(PROT_READ),
         named(MAP_SHARED_VALIDATE | MAP_SYNC | MAP_POPULATE, "MAP_SHARED_VALIDATE|MAP_POPULATE|MAP_SYNC"));
    TELL(syscall(SYS_map, NULL, 4096, 0x3000000, 0, 5, 0), MAP "(NULL, 4096, %s, %s, 5, 0)",
         named(0x3000000, "PROT_GROWSDOWN|PROT_GROWSUP"), named(0, "MAP_FILE"));
    TELL(syscall(SYS_map, NULL, -1L, 0x80000000U, MAP_PRIVATE, -1, 0), MAP "(NULL, %lu, %s, %s, -1, 0)", ~0UL, unnamed(0x80000000U, "PROT"),
         NAMED(MAP_PRIVATE));
    TELL(syscall(SYS_map, NULL, 0, PROT_NONE, MAP_SHARED | MAP_HUGETLB | (21U << 26), 0, 0), MAP "(NULL, 0, %s, %s, 0, 0)",
         NAMED(PROT_NONE),
         style == in_numbers ? "0x54040001" : named(MAP_SHARED | MAP_HUGETLB | (21U << 26), "MAP_SHARED|MAP_HUGETLB|21<<MAP_HUGE_SHIFT"));
    TELL(syscall(SYS_map, NULL, 0, PROT_NONE, 0x1ff30, 0, 0), MAP "(NULL, 0, %s, %s, 0, 0)", NAMED(PROT_NONE),
         named(0x1ff30,
               "MAP_FILE|MAP_FIXED|MAP_ANONYMOUS|MAP_NORESERVE|MAP_POPULATE|MAP_NONBLOCK|MAP_GROWSDOWN|MAP_DENYWRITE|MAP_EXECUTABLE|MAP_"
               "LOCKED|0x600"));
    TELL(syscall(SYS_munmap, NULL, 0), "munmap(NULL, 0)");
    TELL(syscall(SYS_munmap, page + 1, -1L), "munmap(%s, %lu)", pointer(page + 1), ~0UL);
    TELL(syscall(SYS_mremap, page, 4096, 8192, 0, 5), "mremap(%s, 4096, 8192, 0)", pointer(page));
    TELL(syscall(SYS_mremap, page + 1, 4096, 8192, MREMAP_MAYMOVE | MREMAP_FIXED, page), "mremap(%s, 4096, 8192, %s, %s)",
         pointer(page + 1), named(3, "MREMAP_MAYMOVE|MREMAP_FIXED"), pointer(page));
    TELL(syscall(SYS_mremap, page + 1, 0, 0, MREMAP_DONTUNMAP | 8, page), "mremap(%s, 0, 0, %s)", pointer(page + 1),
         named(12, "MREMAP_DONTUNMAP|0x8"));
    TELL(syscall(SYS_mremap, page + 1, 0, 0, 0x80000000U, page), "mremap(%s, 0, 0, %s)", pointer(page + 1), unnamed(0x80000000U, "MREMAP"));
    TELL(syscall(SYS_mprotect, page, 4096, PROT_READ | PROT_WRITE), "mprotect(%s, 4096, %s)", pointer(page),
         named(3, "PROT_READ|PROT_WRITE"));
    TELL(syscall(SYS_mprotect, page + 1, 1, 0x80000001U), "mprotect(%s, 1, %s)", pointer(page + 1),
         named(0x80000001U, "PROT_READ|0x80000000"));
    TELL(syscall(SYS_remap_file_pages, page + 1, 4096, 0, 5, MAP_NONBLOCK), "remap_file_pages(%s, 4096, %s, 5, %s)", pointer(page + 1),
         NAMED(PROT_NONE), named(MAP_NONBLOCK, "MAP_FILE|MAP_NONBLOCK"));
    TELL(syscall(mseal, page + 1, 4096, 0x80000000UL), "mseal(%s, 4096, 0x80000000)", pointer(page + 1));
    TELL(syscall(map_shadow_stack, page + 1, 4096, 1), "map_shadow_stack(%s, 4096, %s)", pointer(page + 1),
         named(1, "SHADOW_STACK_SET_TOKEN"));
}

static void tell_advice(void) {
    static const struct {
        int advice;
        const char* name;
    } advices[] = {{0, "MADV_NORMAL"},           {1, "MADV_RANDOM"},          {2, "MADV_SEQUENTIAL"},
                   {3, "MADV_WILLNEED"},         {4, "MADV_DONTNEED"},        {8, "MADV_FREE"},
                   {9, "MADV_REMOVE"},           {10, "MADV_DONTFORK"},       {11, "MADV_DOFORK"},
                   {12, "MADV_MERGEABLE"},       {13, "MADV_UNMERGEABLE"},    {14, "MADV_HUGEPAGE"},
                   {15, "MADV_NOHUGEPAGE"},      {16, "MADV_DONTDUMP"},       {17, "MADV_DODUMP"},
                   {18, "MADV_WIPEONFORK"},      {19, "MADV_KEEPONFORK"},     {20, "MADV_COLD"},
                   {21, "MADV_PAGEOUT"},         {22, "MADV_POPULATE_READ"},  {23, "MADV_POPULATE_WRITE"},
                   {24, "MADV_DONTNEED_LOCKED"}, {25, "MADV_COLLAPSE"},       {100, "MADV_HWPOISON"},
                   {101, "MADV_SOFT_OFFLINE"},   {102, "MADV_GUARD_INSTALL"}, {103, "MADV_GUARD_REMOVE"}};
    for (int i = 0; i < (int)(sizeof(advices) / sizeof(advices[0])); ++i) {
        TELL(syscall(SYS_madvise, page + 1, 0, advices[i].advice), "madvise(%s, 0, %s)", pointer(page + 1),
             named((word)advices[i].advice, advices[i].name));
    }
    TELL(syscall(SYS_madvise, NULL, -1L, 5), "madvise(NULL, %lu, %s)", ~0UL, unnamed(5, "MADV"));
    TELL(syscall(SYS_msync, page, 4096, MS_ASYNC | MS_INVALIDATE), "msync(%s, 4096, %s)", pointer(page),
         named(3, "MS_ASYNC|MS_INVALIDATE"));
    TELL(syscall(SYS_msync, page + 1, 4096, 0x80000004U), "msync(%s, 4096, %s)", pointer(page + 1),
         named(0x80000004U, "MS_SYNC|0x80000000"));
    TELL(syscall(SYS_msync, NULL, 0, 0), "msync(NULL, 0, 0)");
    TELL(syscall(SYS_mlock, page, 0), "mlock(%s, 0)", pointer(page));
    TELL(syscall(SYS_munlock, NULL, -1L), "munlock(NULL, %lu)", ~0UL);
    TELL(syscall(SYS_mlock2, NULL, 0, MLOCK_ONFAULT), "mlock2(NULL, 0, %s)", NAMED(MLOCK_ONFAULT));
    TELL(syscall(SYS_mlock2, NULL, 0, 0x80000000U), "mlock2(NULL, 0, %s)", unnamed(0x80000000U, "MLOCK"));
    TELL(syscall(SYS_mlockall, MCL_ONFAULT | 8), "mlockall(%s)", named(MCL_ONFAULT | 8, "MCL_ONFAULT|0x8"));
    TELL(syscall(SYS_mlockall, 0), "mlockall(0)");
}

static void tell_residence(void) {
    TELL(syscall(SYS_mincore, page + 1, 4096, NULL), "mincore(%s, 4096, NULL)", pointer(page + 1));
    TELL(syscall(SYS_mincore, page, 4096, unreadable()), "mincore(%s, 4096, %s)", pointer(page), pointer(unreadable()));
    char* there = place_ends[1] - 1;
    page[0] = 1;
    TELL_AS(syscall(SYS_mincore, page, 4096, there), "mincore(%s, 4096, [1]) = 0", pointer(page));
    TELL(syscall(SYS_mincore, NULL, 0, there), "mincore(NULL, 0, [])");
    const unsigned long long range[2] = {~0ULL, 4096};
    const void* place = PUT(1, range);
    const void* answer = put_at(2, "0123456789012345678901234567890123456789", 40);
    TELL(syscall(cachestat, -1, place, answer, 0), "cachestat(-1, {off=18446744073709551615, len=4096}, %s, 0)", pointer(answer));
    TELL(syscall(cachestat, -1, NULL, unreadable(), 0x80000000U), "cachestat(-1, NULL, %s, 0x80000000)", pointer(unreadable()));
    TELL(syscall(SYS_memfd_create, "name", 0x80000000U), "memfd_create(\"name\", %s)",
         style == in_names     ? "32<<MFD_HUGE_SHIFT"
         : style == in_numbers ? "0x80000000"
                               : "0x80000000 /* 32<<MFD_HUGE_SHIFT */");
    TELL(syscall(SYS_memfd_create, NULL, MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_HUGETLB | (30U << 26) | 0x18), "memfd_create(NULL, %s)",
         style == in_numbers ? "0x7800001f"
                             : named(0x7800001f, "MFD_CLOEXEC|MFD_ALLOW_SEALING|MFD_HUGETLB|MFD_NOEXEC_SEAL|MFD_EXEC|30<<MFD_HUGE_SHIFT"));
    TELL(syscall(SYS_memfd_secret, 0x80000001U), "memfd_secret(0x80000001)");
    TELL(syscall(SYS_userfaultfd, 0x40000000), "userfaultfd(%s)", unnamed(0x40000000, "UFFD"));
    TELL(syscall(SYS_pkey_alloc, 5, 3), "pkey_alloc(0x5, %s)", named(3, "PKEY_DISABLE_ACCESS|PKEY_DISABLE_WRITE"));
    TELL(syscall(SYS_pkey_alloc, 0, 0x80000000UL), "pkey_alloc(0, %s)", unnamed(0x80000000U, "PKEY"));
    TELL(syscall(SYS_pkey_free, -1), "pkey_free(-1)");
    TELL(syscall(SYS_pkey_mprotect, page + 1, 4096, PROT_EXEC, -1), "pkey_mprotect(%s, 4096, %s, -1)", pointer(page + 1), NAMED(PROT_EXEC));
}

static void tell_calls(void) {
    tell_maps();
    tell_advice();
    tell_residence();
}

int main(int argc, char** argv) {
    page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(page != MAP_FAILED);
    mallopt(M_TOP_PAD, 1 << 22);
    return tell_main(argc, argv, "");
}
