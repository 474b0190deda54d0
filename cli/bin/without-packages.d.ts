export declare function answerWithoutPackages(words: readonly string[]): string | null
