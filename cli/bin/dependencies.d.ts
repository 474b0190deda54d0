export declare const repository: string
export declare function fingerprint(root: string): string
export declare function reasonToInstall(root: string): string | null
export declare function install(
  root: string,
  actions?: {
    readonly ci?: (root: string) => Promise<void>
    readonly rebuild?: (root: string) => Promise<void>
    readonly loads?: (root: string) => Promise<boolean>
  },
  patience?: number,
): Promise<void>
export declare function readTypeScript(): Promise<void>
