// Nothing: the program that the precompiled headers of the tests belong to (CMakeLists.txt).
int main() {}
