using System.Runtime.CompilerServices;

// Locals are assigned before they are read; zeroing them first costs every event of the hot path.
[module: SkipLocalsInit]
