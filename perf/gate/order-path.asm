; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Accept(byref,byref):this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX + EVEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; partially interruptible
; No PGO data
; 2 inlinees with PGO data; 30 single block inlinees; 5 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     r12
       push     rbx
       push     rax
       lea      rbp, [rsp+0x30]
       mov      r14, rdi
       mov      r15, rsi
       mov      rbx, rdx
 
G_M000_IG02:
       movzx    r13, byte  ptr [rbx+0x3F]
       or       r13d, 1
       movzx    rdi, byte  ptr [rbx+0x3E]
       and      edi, 15
       movsxd   rdi, edi
       mov      rdx, 0xD1FFAB1E
       movzx    r12, byte  ptr [rdx+rdi]
       cmp      r12d, 15
       jne      SHORT G_M000_IG04
 
G_M000_IG03:
       mov      rdi, rbx
       mov      edx, r13d
       xor      esi, esi
       call     [LowLatency.Trading.Orders.OrderRecord:Standing(byte,byte):byte:this]
       jmp      SHORT G_M000_IG05
 
G_M000_IG04:
       mov      eax, r12d
 
G_M000_IG05:
       test     eax, eax
       je       G_M000_IG16
 
G_M000_IG06:
       movzx    rdi, byte  ptr [rbx+0x3F]
       cmp      r13d, edi
       je       G_M000_IG16
       mov      byte  ptr [rbx+0x3F], r13b
       mov      byte  ptr [rbx+0x3E], al
       mov      rdi, qword ptr [r15+0x28]
       mov      qword ptr [rbx+0x40], rdi
       mov      rdi, gword ptr [r14+0x188]
       cmp      byte  ptr [rdi+0x48], 0
       je       SHORT G_M000_IG07
       lea      rdi, bword ptr [r14+0x160]
       mov      rsi, r15
       mov      rdx, rbx
       call     [LowLatency.Trading.Risk.RiskStage:WatchAccepted(byref,byref):this]
 
G_M000_IG07:
       lea      rdi, bword ptr [r14+0x208]
       mov      rsi, qword ptr [rbx+0x30]
       shr      rsi, 32
       movzx    rsi, si
       mov      rax, gword ptr [rdi]
       cmp      byte  ptr [rax], al
       mov      r13, gword ptr [rax+8*rsi+0x10]
       mov      rsi, qword ptr [r13+0x88]
       mov      rax, qword ptr [r13+0x108]
       and      rax, qword ptr [r13+0x98]
       imul     rax, rax, 192
       add      rsi, rax
       mov      rax, qword ptr [r15+0x40]
       mov      qword ptr [rsi], rax
       mov      rax, qword ptr [r15+0x10]
       mov      qword ptr [rsi+0x08], rax
       mov      rax, qword ptr [r15+0x08]
       mov      qword ptr [rsi+0x10], rax
       mov      rax, qword ptr [rbx+0x10]
       mov      qword ptr [rsi+0x18], rax
       xor      eax, eax
       mov      qword ptr [rsi+0x20], rax
       mov      rax, qword ptr [r15+0x30]
       mov      qword ptr [rsi+0x28], rax
       mov      rax, qword ptr [r15+0x28]
       mov      qword ptr [rsi+0x30], rax
       movzx    rax, byte  ptr [r15+0x01]
       movzx    rcx, byte  ptr [rbx+0x3E]
       shl      rcx, 8
       or       rax, rcx
       mov      ecx, dword ptr [rbx+0x38]
       shl      rcx, 24
       or       rax, rcx
       mov      qword ptr [rsi+0x38], rax
       mov      rax, qword ptr [rbx+0x18]
       mov      qword ptr [rsi+0x40], rax
       mov      rax, qword ptr [rbx+0x20]
       mov      qword ptr [rsi+0x48], rax
       mov      rax, qword ptr [rbx+0x28]
       mov      qword ptr [rsi+0x60], rax
       movzx    rax, byte  ptr [rbx+0x3E]
       add      eax, -6
       movzx    rax, al
       cmp      eax, 3
       jg       SHORT G_M000_IG08
       xor      eax, eax
       jmp      SHORT G_M000_IG09
 
G_M000_IG08:
       mov      rax, qword ptr [rbx+0x20]
       sub      rax, qword ptr [rbx+0x28]
       xor      ecx, ecx
       test     rax, rax
       cmovg    rcx, rax
       mov      rax, rcx
 
G_M000_IG09:
       mov      qword ptr [rsi+0x68], rax
       lea      rax, bword ptr [rsi+0x70]
       mov      rcx, qword ptr [rbx]
       mov      qword ptr [rax], rcx
       mov      rcx, qword ptr [rbx+0x08]
       mov      qword ptr [rax+0x08], rcx
       xor      eax, eax
       mov      qword ptr [rsi+0x50], rax
 
G_M000_IG10:
       mov      qword ptr [rsi+0x58], rax
       vxorps   xmm0, xmm0, xmm0
       vmovups  xmmword ptr [rsi+0x80], xmm0
 
G_M000_IG11:
       mov      qword ptr [rsi+0x90], rax
 
G_M000_IG12:
       mov      qword ptr [rsi+0x98], rax
 
G_M000_IG13:
       mov      qword ptr [rsi+0xA0], rax
       mov      rax, qword ptr [rbx+0x30]
       mov      qword ptr [rsi+0xA8], rax
       movzx    rax, word  ptr [rbx+0x3C]
       mov      qword ptr [rsi+0xB0], rax
       xor      eax, eax
       mov      qword ptr [rsi+0xB8], rax
       cmp      gword ptr [rdi+0x08], 0
       je       SHORT G_M000_IG14
       call     [LowLatency.Trading.Reporting.ReportStage:CopyOut(byref):this]
 
G_M000_IG14:
       inc      qword ptr [r13+0x108]
       test     byte  ptr [rbx+0x3F], 32
       je       SHORT G_M000_IG15
       mov      rdi, r14
       mov      rsi, r15
       mov      rdx, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:FollowChange(byref,byref):this]
 
G_M000_IG15:
       mov      rax, gword ptr [r14+0x40]
       inc      qword ptr [rax+0x30]
       jmp      SHORT G_M000_IG17
 
G_M000_IG16:
       mov      rax, gword ptr [r14+0x40]
       inc      qword ptr [rax+0x50]
 
G_M000_IG17:
       add      rsp, 8
       pop      rbx
       pop      r12
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 528

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Fill(byref,byref):this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX + EVEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; partially interruptible
; No PGO data
; 2 inlinees with PGO data; 87 single block inlinees; 18 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     r12
       push     rbx
       sub      rsp, 392
       lea      rbp, [rsp+0x1B0]
       mov      r14, rdi
       mov      r15, rsi
       mov      rbx, rdx
 
G_M000_IG02:
       lea      r13, bword ptr [r14+0x160]
       mov      r12, gword ptr [r14+0x40]
       mov      rax, gword ptr [r14+0xA8]
       mov      gword ptr [rbp-0x168], rax
       mov      r8, qword ptr [r15+0x20]
       mov      qword ptr [rbp-0x30], r8
       mov      r9, qword ptr [r15+0x18]
       mov      qword ptr [rbp-0x38], r9
       test     r8, r8
       jle      G_M000_IG65
 
G_M000_IG03:
       test     r9, r9
       jle      G_M000_IG65
       mov      r9, qword ptr [rbp-0x38]
       mov      rdi, 0xD1FFAB1E
       cmp      r8, rdi
       jg       G_M000_IG65
       mov      r10, gword ptr [r13+0x50]
       mov      gword ptr [rbp-0x178], r10
       mov      r11, qword ptr [r15+0x30]
       mov      qword ptr [rbp-0xE8], r11
       mov      rcx, qword ptr [r15+0x28]
       mov      qword ptr [rbp-0xD0], rcx
       xor      edx, edx
       mov      dword ptr [rbp-0x3C], edx
       mov      rdi, qword ptr [r10+0x28]
       mov      qword ptr [rbp-0x158], rdi
       test     rdi, rdi
       jl       G_M000_IG06
       test     rcx, rcx
       je       G_M000_IG06
       mov      rsi, qword ptr [r10+0x20]
       mov      rdx, 0xD1FFAB1E
       imul     rdx, rcx
       mov      edi, dword ptr [r10+0x38]
       shrx     rdi, rdx, rdi
       lea      rdx, [rsi+8*rdi]
       mov      qword ptr [rbp-0xD8], rdx
       mov      rsi, qword ptr [rdx]
       mov      qword ptr [rbp-0xE0], rsi
       mov      rdi, qword ptr [r10+0x30]
       sub      rdi, qword ptr [rbp-0x158]
       dec      rdi
       cmp      rdi, rsi
       jge      SHORT G_M000_IG04
       test     rsi, rsi
       je       SHORT G_M000_IG04
       mov      rdi, r10
       mov      rdx, r11
       call     [LowLatency.Trading.Orders.ExecutionLog:FindFrom(long,ulong,ulong):byref:this]
       test     rax, rax
       mov      rcx, qword ptr [rbp-0xD0]
       mov      rsi, qword ptr [rbp-0xE0]
       mov      r9, qword ptr [rbp-0x38]
       mov      r10, gword ptr [rbp-0x178]
       mov      r11, qword ptr [rbp-0xE8]
       jne      SHORT G_M000_IG05
 
G_M000_IG04:
       mov      rdi, qword ptr [r10+0x30]
       inc      rdi
       mov      qword ptr [r10+0x30], rdi
       mov      rdx, qword ptr [rbp-0xD8]
       mov      qword ptr [rdx], rdi
       mov      rdi, qword ptr [r10+0x18]
       mov      rdx, qword ptr [r10+0x30]
       and      rdx, qword ptr [r10+0x28]
       shl      rdx, 6
       add      rdi, rdx
       mov      r10, rdi
       mov      qword ptr [r10], r11
       mov      qword ptr [r10+0x08], rcx
       mov      qword ptr [r10+0x20], rsi
       mov      rcx, r10
       mov      bword ptr [rbp-0x170], rcx
       jmp      SHORT G_M000_IG07
 
G_M000_IG05:
       mov      edx, 1
       mov      dword ptr [rbp-0x3C], edx
 
G_M000_IG06:
       xor      rcx, rcx
       mov      bword ptr [rbp-0x170], rcx
 
G_M000_IG07:
       cmp      dword ptr [rbp-0x3C], 0
       jne      G_M000_IG64
       mov      rdx, gword ptr [r13+0x08]
       mov      r10, qword ptr [rdx+0x10]
       movsxd   r11, dword ptr [rbx+0x48]
       shl      r11, 7
       add      r10, r11
       mov      bword ptr [rbp-0x160], r10
       lea      rdi, [rbp-0xF8]
       mov      r8, qword ptr [rbp-0x30]
       mov      rdx, r9
       mulx     r11, rsi, r8
       mov      qword ptr [rdi], rsi
       mov      qword ptr [rbp-0x100], r11
       mov      rdx, qword ptr [rbp-0xF8]
       mov      qword ptr [rbp-0xF0], rdx
       mov      rdi, gword ptr [r13+0x28]
       movzx    rsi, byte  ptr [rdi+0x48]
       mov      dword ptr [rbp-0x40], esi
       test     esi, esi
       je       SHORT G_M000_IG08
       lea      rdi, [rbp-0x60]
       mov      rsi, rbx
       mov      rdx, r10
       call     [LowLatency.Trading.Risk.RiskStage:Mark(byref,byref):LowLatency.Trading.Risk.RiskStage+FillMark]
       mov      r10, bword ptr [rbp-0x160]
       jmp      SHORT G_M000_IG09
 
G_M000_IG08:
       vxorps   ymm0, ymm0, ymm0
       vmovdqu  ymmword ptr [rbp-0x60], ymm0
 
G_M000_IG09:
       mov      rdi, gword ptr [r13+0x28]
       mov      rsi, gword ptr [rdi+0x18]
       cmp      byte  ptr [rsi+0x48], 0
       je       SHORT G_M000_IG10
       lea      rsi, [rbp-0x90]
       mov      rdx, rbx
       call     [LowLatency.Trading.Risk.Gate.RiskGate:ValueOf(byref):LowLatency.Trading.Risk.Valuation.PositionValue:this]
       mov      r10, bword ptr [rbp-0x160]
       jmp      SHORT G_M000_IG11
 
G_M000_IG10:
       vxorps   ymm0, ymm0, ymm0
       vmovdqu  ymmword ptr [rbp-0x90], ymm0
       vmovdqu  xmmword ptr [rbp-0x70], xmm0
 
G_M000_IG11:
       mov      edi, 2
       xor      esi, esi
       cmp      byte  ptr [rbx+0x38], 1
       cmovne   edi, esi
       dec      edi
       movsxd   rdi, edi
       mov      qword ptr [rbp-0x108], rdi
       mov      rsi, qword ptr [r10+0x10]
       mov      r8, qword ptr [rbp-0x30]
       mov      rax, rdi
       imul     rax, r8
       add      rax, rsi
       mov      r9, 0xD1FFAB1E
       add      r9, rax
       mov      rdx, 0xD1FFAB1E
       cmp      r9, rdx
       jbe      SHORT G_M000_IG14
 
G_M000_IG12:
       mov      r11, qword ptr [rbp-0x100]
 
G_M000_IG13:
       xor      edi, edi
       jmp      G_M000_IG20
 
G_M000_IG14:
       mov      r9, 0xD1FFAB1E
       mov      r11, qword ptr [rbp-0x100]
       cmp      r11, r9
       jb       SHORT G_M000_IG15
       mov      r9, 0xD1FFAB1E
       cmp      r11, r9
       jg       SHORT G_M000_IG13
       mov      r9, 0xD1FFAB1E
       cmp      r11, r9
       jne      SHORT G_M000_IG15
       mov      rdx, qword ptr [rbp-0xF0]
       test     rdx, rdx
       jne      SHORT G_M000_IG13
 
G_M000_IG15:
       mov      r9, rdi
       sar      r9, 1
       mov      qword ptr [rbp-0x150], r9
       mov      qword ptr [rbp-0x120], r9
       mov      r9, qword ptr [rbp-0x150]
       mov      rdx, qword ptr [rbp-0xF0]
       xor      rdx, r9
       mov      qword ptr [rbp-0x130], rdx
       mov      rdx, r11
       xor      rdx, qword ptr [rbp-0x120]
       mov      qword ptr [rbp-0x138], rdx
       mov      rdx, qword ptr [rbp-0x130]
       sub      rdx, r9
       cmp      rdx, qword ptr [rbp-0x130]
       seta     dil
       movzx    rdi, dil
       mov      qword ptr [rbp-0x110], rdi
       mov      rdi, qword ptr [rbp-0x138]
       sub      rdi, r9
       mov      r9, rdi
       sub      r9, qword ptr [rbp-0x110]
       mov      qword ptr [r10+0x10], rax
       mov      rdi, rsi
       xor      rdi, qword ptr [rbp-0x108]
       mov      r11, qword ptr [rbp-0x100]
       jge      G_M000_IG18
       test     rsi, rsi
       je       G_M000_IG18
       test     rax, rax
       je       SHORT G_M000_IG16
       mov      r8, rdx
       mov      rdi, r10
       mov      rdx, qword ptr [rbp-0x38]
       mov      rcx, qword ptr [rbp-0x30]
       call     [LowLatency.Trading.Risk.PositionBook:Close(byref,long,long,long,System.Int128)]
       mov      r10, bword ptr [rbp-0x160]
       mov      r11, qword ptr [rbp-0x100]
       jmp      G_M000_IG19
 
G_M000_IG16:
       lea      rdi, bword ptr [r10+0x60]
       mov      rsi, qword ptr [rdi]
       mov      rax, qword ptr [rdi+0x08]
       mov      qword ptr [rbp-0x128], rax
       mov      rax, qword ptr [r10+0x50]
       mov      qword ptr [rbp-0x140], rax
       mov      rax, qword ptr [r10+0x58]
       mov      qword ptr [rbp-0x148], rax
       mov      rax, rdx
       add      rax, qword ptr [rbp-0x140]
       cmp      rax, rdx
       setb     dl
       movzx    rdx, dl
       add      r9, qword ptr [rbp-0x148]
       add      rdx, r9
       mov      r9, rsi
       sub      r9, rax
       cmp      r9, rsi
       seta     sil
       movzx    rsi, sil
       mov      rax, qword ptr [rbp-0x128]
       sub      rax, rdx
       sub      rax, rsi
       mov      qword ptr [rdi], r9
       mov      qword ptr [rdi+0x08], rax
       xor      edi, edi
       mov      qword ptr [r10+0x50], rdi
 
G_M000_IG17:
       mov      qword ptr [r10+0x58], rdi
       jmp      SHORT G_M000_IG19
 
G_M000_IG18:
       lea      rdi, bword ptr [r10+0x50]
       mov      rsi, qword ptr [rdi]
       mov      rax, qword ptr [rdi+0x08]
       add      rdx, rsi
       cmp      rdx, rsi
       setb     sil
       movzx    rsi, sil
       add      rax, r9
       add      rsi, rax
       mov      qword ptr [rdi], rdx
       mov      qword ptr [rdi+0x08], rsi
       mov      r10, bword ptr [rbp-0x160]
 
G_M000_IG19:
       mov      edi, 1
 
G_M000_IG20:
       mov      rcx, bword ptr [rbp-0x170]
       test     rcx, rcx
       je       SHORT G_M000_IG21
       xor      esi, esi
       test     edi, edi
       cmovne   rsi, qword ptr [rbp-0x30]
       mov      rdx, qword ptr [r15+0x18]
       mov      qword ptr [rcx+0x10], rdx
       mov      qword ptr [rcx+0x18], rsi
       mov      rsi, qword ptr [rbx+0x30]
       mov      qword ptr [rcx+0x28], rsi
       mov      esi, dword ptr [rbx+0x48]
       mov      dword ptr [rcx+0x30], esi
       mov      esi, dword ptr [rbx+0x4C]
       mov      dword ptr [rcx+0x34], esi
       mov      si, word  ptr [rbx+0x3C]
       mov      word  ptr [rcx+0x38], si
       movzx    rsi, byte  ptr [rbx+0x38]
       mov      byte  ptr [rcx+0x3A], sil
       movzx    rsi, byte  ptr [r15+0x02]
       mov      byte  ptr [rcx+0x3B], sil
 
G_M000_IG21:
       test     edi, edi
       je       G_M000_IG63
       cmp      word  ptr [r15+0x06], 0
       je       SHORT G_M000_IG23
 
G_M000_IG22:
       jmp      SHORT G_M000_IG26
 
G_M000_IG23:
       cmp      byte  ptr [rbx+0x38], 1
       jne      SHORT G_M000_IG25
       mov      rdi, qword ptr [rbp-0x38]
       cmp      rdi, qword ptr [rbx+0x18]
       jle      SHORT G_M000_IG27
 
G_M000_IG24:
       jmp      SHORT G_M000_IG26
 
G_M000_IG25:
       mov      rdi, qword ptr [rbp-0x38]
       cmp      rdi, qword ptr [rbx+0x18]
       jge      SHORT G_M000_IG27
 
G_M000_IG26:
       mov      rdi, r15
       mov      rsi, rbx
       mov      rdx, r12
       call     [LowLatency.Trading.Risk.RiskStage:Doubt(byref,byref,LowLatency.Trading.Engine.EngineCounters)]
       mov      r10, bword ptr [rbp-0x160]
       mov      r11, qword ptr [rbp-0x100]
 
G_M000_IG27:
       mov      rdx, gword ptr [rbp-0x168]
       mov      rdx, qword ptr [rdx+0x18]
       movsxd   rcx, dword ptr [rbx+0x4C]
       shl      rcx, 7
       add      rdx, rcx
       cmp      byte  ptr [r15+0x02], 1
       jne      SHORT G_M000_IG28
       mov      eax, dword ptr [rdx+0x60]
       jmp      SHORT G_M000_IG29
 
G_M000_IG28:
       mov      eax, dword ptr [rdx+0x64]
 
G_M000_IG29:
       test     eax, eax
       setne    dl
       mov      byte  ptr [r15+0x7C], dl
       test     eax, eax
       jne      SHORT G_M000_IG31
 
G_M000_IG30:
       jmp      SHORT G_M000_IG32
 
G_M000_IG31:
       mov      rdx, qword ptr [rbp-0xF0]
       mov      rcx, r11
       mov      rdi, r15
       mov      rsi, r10
       mov      r8d, eax
       call     [LowLatency.Trading.Risk.RiskStage:Charge(byref,byref,System.Int128,int)]
 
G_M000_IG32:
       mov      rdi, gword ptr [r13+0x28]
       mov      rdx, gword ptr [rdi+0x18]
       cmp      byte  ptr [rdx+0x48], 0
       je       SHORT G_M000_IG33
       vmovdqu32 xmm0, xmmword ptr [rbp-0x90]
       vmovdqu  xmmword ptr [rsp], xmm0
       vmovdqu  xmm0, xmmword ptr [rbp-0x80]
       vmovdqu  xmmword ptr [rsp+0x10], xmm0
       vmovdqu  xmm0, xmmword ptr [rbp-0x70]
       vmovdqu  xmmword ptr [rsp+0x20], xmm0
       mov      rdx, qword ptr [r15+0x10]
       mov      rsi, rbx
       call     [LowLatency.Trading.Risk.Gate.RiskGate:Revalue(byref,LowLatency.Trading.Risk.Valuation.PositionValue,long):this]
 
G_M000_IG33:
       mov      rdi, gword ptr [r13+0x18]
       movzx    rsi, word  ptr [rbx+0x34]
       lea      rax, bword ptr [rbx+0x4C]
       mov      rcx, qword ptr [rdi+0x68]
       imul     esi, dword ptr [rdi+0x74]
       add      esi, dword ptr [rax]
       mov      edi, esi
       shl      rdi, 7
       movzx    rax, byte  ptr [rcx+rdi+0x71]
       mov      dword ptr [rbp-0x94], eax
       test     eax, eax
       jne      SHORT G_M000_IG34
       vxorps   ymm0, ymm0, ymm0
       vmovdqu  ymmword ptr [rbp-0xB8], ymm0
       jmp      SHORT G_M000_IG35
 
G_M000_IG34:
       lea      rdi, [rbp-0xB8]
       mov      rsi, rbx
       call     [LowLatency.Trading.Risk.Ledger.OrderStanding:Of(byref):LowLatency.Trading.Risk.Ledger.OrderStanding]
 
G_M000_IG35:
       mov      rax, qword ptr [rbx+0x20]
       sub      rax, qword ptr [rbx+0x28]
       mov      rcx, qword ptr [rbp-0x30]
       cmp      rcx, rax
       jg       G_M000_IG37
       movzx    rdi, byte  ptr [rbx+0x3E]
       add      edi, -6
       movzx    rdi, dil
       cmp      edi, 3
       jle      G_M000_IG37
       test     byte  ptr [rbx+0x3F], 18
       jne      G_M000_IG37
       lea      rdi, bword ptr [rbx+0x28]
       add      qword ptr [rdi], rcx
       mov      rdi, qword ptr [rbx]
       mov      rsi, qword ptr [rbx+0x08]
       mov      r12, qword ptr [rbp-0xF0]
       lea      rdx, [rdi+r12]
       cmp      rdx, rdi
       setb     dil
       movzx    rdi, dil
       mov      r8, qword ptr [rbp-0x100]
       add      rsi, r8
       add      rdi, rsi
       mov      qword ptr [rbx], rdx
       mov      qword ptr [rbx+0x08], rdi
       lea      rdi, bword ptr [rbx+0x3F]
       or       byte  ptr [rdi], 1
       mov      edi, 2
       mov      esi, 1
       cmp      rcx, rax
       cmovne   edi, esi
       movzx    rsi, dil
       movzx    rdx, byte  ptr [rbx+0x3F]
       movzx    rdi, byte  ptr [rbx+0x3E]
       mov      eax, esi
       shl      eax, 4
       and      edi, 15
       add      edi, eax
       movsxd   rdi, edi
       mov      rax, 0xD1FFAB1E
       movzx    rax, byte  ptr [rax+rdi]
       cmp      eax, 15
       jne      SHORT G_M000_IG36
       mov      rdi, rbx
       call     [LowLatency.Trading.Orders.OrderRecord:Standing(byte,byte):byte:this]
 
G_M000_IG36:
       mov      byte  ptr [rbx+0x3E], al
       cmp      byte  ptr [rbx+0x38], 1
       setne    dil
       movzx    rdi, dil
       mov      rax, bword ptr [rbp-0x160]
       lea      rdi, bword ptr [rax+8*rdi+0x18]
       mov      rcx, qword ptr [rbp-0x30]
       sub      qword ptr [rdi], rcx
       jmp      SHORT G_M000_IG41
 
G_M000_IG37:
       mov      rdi, qword ptr [r12+0x58]
       cmp      rcx, rax
       jg       SHORT G_M000_IG38
       movzx    rsi, byte  ptr [rbx+0x3E]
       add      esi, -6
       movzx    rsi, sil
       cmp      esi, 3
       jle      SHORT G_M000_IG38
       test     byte  ptr [rbx+0x3F], 16
       je       SHORT G_M000_IG39
 
G_M000_IG38:
       mov      esi, 1
       jmp      SHORT G_M000_IG40
 
G_M000_IG39:
       xor      esi, esi
 
G_M000_IG40:
       mov      esi, esi
       add      rdi, rsi
       mov      qword ptr [r12+0x58], rdi
       mov      rcx, qword ptr [rbp-0xF0]
       mov      r8, qword ptr [rbp-0x100]
       mov      rdi, rbx
       mov      rsi, bword ptr [rbp-0x160]
       mov      rdx, qword ptr [rbp-0x30]
       call     [LowLatency.Trading.Risk.RiskStage:ExecuteUnexpected(byref,byref,long,System.Int128)]
 
G_M000_IG41:
       mov      r12d, dword ptr [rbp-0x94]
       test     r12d, r12d
       je       G_M000_IG42
       vmovdqu  xmm0, xmmword ptr [rbp-0xB8]
       vmovdqu  xmmword ptr [rsp], xmm0
       vmovdqu  xmm0, xmmword ptr [rbp-0xA8]
       vmovdqu  xmmword ptr [rsp+0x10], xmm0
       mov      rdi, gword ptr [r13+0x28]
       mov      rdi, gword ptr [rdi+0x10]
       mov      rcx, qword ptr [rbp-0xF0]
       mov      r8, qword ptr [rbp-0x100]
       mov      r9, qword ptr [r15+0x10]
       mov      rsi, rbx
       mov      edx, r12d
       cmp      dword ptr [rdi], edi
       call     [LowLatency.Trading.Risk.Ledger.RiskLedger:Executed(byref,LowLatency.Trading.Risk.Ledger.OrderStanding,byte,System.Int128,long):this]
       cmp      dword ptr [rbp-0x40], 0
       je       SHORT G_M000_IG42
       vmovdqu  xmm0, xmmword ptr [rbp-0x60]
       vmovdqu  xmmword ptr [rsp], xmm0
       vmovdqu  xmm0, xmmword ptr [rbp-0x50]
       vmovdqu  xmmword ptr [rsp+0x10], xmm0
       mov      r9, bword ptr [rbp-0x160]
       mov      r8, qword ptr [r9+0x60]
       mov      r9, qword ptr [r9+0x68]
       mov      rdi, r13
       mov      rsi, r15
       mov      rdx, rbx
       mov      ecx, r12d
       call     [LowLatency.Trading.Risk.RiskStage:Watch(byref,byref,byte,LowLatency.Trading.Risk.RiskStage+FillMark,System.Int128):this]
 
G_M000_IG42:
       lea      rdi, bword ptr [r14+0x208]
       mov      rsi, qword ptr [rbx+0x30]
       shr      rsi, 32
       movzx    rsi, si
       mov      rax, gword ptr [rdi]
       cmp      byte  ptr [rax], al
       mov      r13, gword ptr [rax+8*rsi+0x10]
       mov      rsi, qword ptr [r13+0x88]
       mov      rax, qword ptr [r13+0x108]
       and      rax, qword ptr [r13+0x98]
       imul     rax, rax, 192
       add      rsi, rax
       movzx    rax, byte  ptr [r15+0x02]
       shl      rax, 56
       mov      rcx, qword ptr [r15+0x18]
       mov      rdx, qword ptr [r15+0x20]
       mov      r8, qword ptr [r15+0x40]
       mov      qword ptr [rsi], r8
       mov      r8, qword ptr [r15+0x10]
       mov      qword ptr [rsi+0x08], r8
       mov      r8, qword ptr [r15+0x08]
       mov      qword ptr [rsi+0x10], r8
       mov      r8, qword ptr [rbx+0x10]
       mov      qword ptr [rsi+0x18], r8
       xor      r8d, r8d
       mov      qword ptr [rsi+0x20], r8
       mov      r8, qword ptr [r15+0x30]
       mov      qword ptr [rsi+0x28], r8
       mov      r8, qword ptr [r15+0x28]
       mov      qword ptr [rsi+0x30], r8
       movzx    r8, byte  ptr [r15+0x01]
       movzx    r9, byte  ptr [rbx+0x3E]
       shl      r9, 8
       or       r8, r9
       mov      r9d, dword ptr [rbx+0x38]
       shl      r9, 24
       or       r8, r9
       or       rax, r8
       mov      qword ptr [rsi+0x38], rax
       mov      rax, qword ptr [rbx+0x18]
       mov      qword ptr [rsi+0x40], rax
       mov      rax, qword ptr [rbx+0x20]
       mov      qword ptr [rsi+0x48], rax
       mov      rax, qword ptr [rbx+0x28]
       mov      qword ptr [rsi+0x60], rax
       movzx    rax, byte  ptr [rbx+0x3E]
       add      eax, -6
       movzx    rax, al
       cmp      eax, 3
       jg       SHORT G_M000_IG43
       xor      eax, eax
       jmp      SHORT G_M000_IG44
 
G_M000_IG43:
       mov      rax, qword ptr [rbx+0x20]
       sub      rax, qword ptr [rbx+0x28]
       xor      r8d, r8d
       test     rax, rax
       cmovg    r8, rax
       mov      rax, r8
 
G_M000_IG44:
       mov      qword ptr [rsi+0x68], rax
       lea      rax, bword ptr [rsi+0x70]
       mov      r8, qword ptr [rbx]
       mov      qword ptr [rax], r8
       mov      r8, qword ptr [rbx+0x08]
       mov      qword ptr [rax+0x08], r8
       mov      qword ptr [rsi+0x50], rcx
       mov      qword ptr [rsi+0x58], rdx
       vxorps   xmm0, xmm0, xmm0
       vmovups  xmmword ptr [rsi+0x80], xmm0
       xor      eax, eax
       mov      qword ptr [rsi+0x90], rax
 
G_M000_IG45:
       mov      qword ptr [rsi+0x98], rax
 
G_M000_IG46:
       mov      qword ptr [rsi+0xA0], rax
       mov      rax, qword ptr [rbx+0x30]
       mov      qword ptr [rsi+0xA8], rax
       movzx    rax, word  ptr [rbx+0x3C]
       mov      qword ptr [rsi+0xB0], rax
       xor      eax, eax
       mov      qword ptr [rsi+0xB8], rax
       cmp      byte  ptr [r15+0x7C], 0
       je       SHORT G_M000_IG47
       lea      rax, bword ptr [rsi+0x80]
       lea      rcx, bword ptr [r15+0x50]
       mov      rdx, qword ptr [rcx]
       mov      qword ptr [rax], rdx
       mov      rcx, qword ptr [rcx+0x08]
       mov      qword ptr [rax+0x08], rcx
 
G_M000_IG47:
       cmp      gword ptr [rdi+0x08], 0
       je       SHORT G_M000_IG48
       call     [LowLatency.Trading.Reporting.ReportStage:CopyOut(byref):this]
 
G_M000_IG48:
       inc      qword ptr [r13+0x108]
       test     byte  ptr [rbx+0x3F], 32
       je       SHORT G_M000_IG49
       mov      rdi, r14
       mov      rsi, r15
       mov      rdx, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:FollowFill(byref,byref):this]
 
G_M000_IG49:
       lea      r13, bword ptr [r14+0x160]
       movzx    rdi, byte  ptr [rbx+0x3E]
       add      edi, -6
       movzx    rdi, dil
       cmp      edi, 3
       jg       G_M000_IG62
       movzx    rdi, byte  ptr [rbx+0x3F]
       test     dil, 6
       jne      G_M000_IG60
       cmp      dword ptr [rbx+0x58], -2
       je       G_M000_IG62
       mov      r12d, dword ptr [r15+0x30]
       test     dil, 32
       je       SHORT G_M000_IG50
       mov      rdi, r13
       mov      rsi, rbx
       mov      edx, r12d
       call     [LowLatency.Trading.Risk.RiskStage:ReturnTerms(byref,int):this]
 
G_M000_IG50:
       mov      rax, gword ptr [r13]
       mov      gword ptr [rbp-0x180], rax
       dec      dword ptr [rax+0x58]
       cmp      dword ptr [rax+0x40], 0
       je       G_M000_IG54
       mov      dword ptr [rbx+0x58], -2
       mov      ecx, dword ptr [rax+0x44]
       cmp      ecx, dword ptr [rax+0x40]
       jl       G_M000_IG53
       mov      rdx, qword ptr [rax+0x38]
       movsxd   rdi, dword ptr [rax+0x48]
       mov      ecx, dword ptr [rdx+4*rdi]
       mov      dword ptr [rbp-0x114], ecx
       mov      rdx, qword ptr [rax+0x38]
       mov      dword ptr [rdx+4*rdi], r12d
       mov      edx, dword ptr [rax+0x48]
       inc      edx
       xor      edi, edi
       cmp      edx, dword ptr [rax+0x40]
       cmovne   edi, edx
       mov      dword ptr [rax+0x48], edi
       movsxd   r12, ecx
       shl      r12, 7
       add      r12, qword ptr [rax+0x28]
       mov      rdi, gword ptr [rax+0x18]
       mov      rdx, qword ptr [rdi+0x18]
       mov      esi, dword ptr [r12+0x5C]
       lea      rsi, [rdx+4*rsi]
       lea      edx, [rcx+rcx]
       cmp      dword ptr [rsi], edx
       je       SHORT G_M000_IG51
       call     [LowLatency.Trading.Orders.ClientIdIndex:Unlink(ptr,int):this]
       jmp      SHORT G_M000_IG52
 
G_M000_IG51:
       mov      edx, dword ptr [r12+0x54]
       mov      dword ptr [rsi], edx
 
G_M000_IG52:
       mov      byte  ptr [r12+0x3E], 0
       mov      dword ptr [r12+0x58], -1
       mov      rax, gword ptr [rbp-0x180]
       mov      edx, dword ptr [rax+0x4C]
       mov      dword ptr [r12+0x54], edx
       mov      ecx, dword ptr [rbp-0x114]
       mov      dword ptr [rax+0x4C], ecx
       jmp      SHORT G_M000_IG57
 
G_M000_IG53:
       mov      rdx, qword ptr [rax+0x38]
       lea      edi, [rcx+0x01]
       mov      dword ptr [rax+0x44], edi
       movsxd   rax, ecx
       mov      dword ptr [rdx+4*rax], r12d
       jmp      SHORT G_M000_IG57
 
G_M000_IG54:
       mov      rdi, gword ptr [rax+0x18]
       mov      rdx, qword ptr [rdi+0x18]
       mov      esi, dword ptr [rbx+0x5C]
       lea      rsi, [rdx+4*rsi]
       lea      edx, [r12+r12]
       cmp      dword ptr [rsi], edx
       je       SHORT G_M000_IG55
       lea      edx, [r12+r12]
       call     [LowLatency.Trading.Orders.ClientIdIndex:Unlink(ptr,int):this]
       jmp      SHORT G_M000_IG56
 
G_M000_IG55:
       mov      edi, dword ptr [rbx+0x54]
       mov      dword ptr [rsi], edi
 
G_M000_IG56:
       mov      byte  ptr [rbx+0x3E], 0
       mov      dword ptr [rbx+0x58], -1
       mov      rax, gword ptr [rbp-0x180]
       mov      esi, dword ptr [rax+0x4C]
       mov      dword ptr [rbx+0x54], esi
       mov      dword ptr [rax+0x4C], r12d
 
G_M000_IG57:
       mov      rsi, gword ptr [r13+0x58]
       cmp      dword ptr [rsi+0x38], 0
       jne      SHORT G_M000_IG58
       xor      r12d, r12d
       jmp      SHORT G_M000_IG59
 
G_M000_IG58:
       mov      esi, dword ptr [rbx+0x4C]
       mov      rdi, r13
       call     [LowLatency.Trading.Risk.RiskStage:Wake(LowLatency.Primitives.Identity.ListingId):bool:this]
       mov      r12d, eax
 
G_M000_IG59:
       jmp      SHORT G_M000_IG61
 
G_M000_IG60:
       mov      rsi, gword ptr [r13+0x58]
       cmp      dword ptr [rsi+0x38], 0
       je       SHORT G_M000_IG62
       mov      esi, dword ptr [rbx+0x4C]
       mov      rdi, r13
       call     [LowLatency.Trading.Risk.RiskStage:Wake(LowLatency.Primitives.Identity.ListingId):bool:this]
       mov      r12d, eax
 
G_M000_IG61:
       test     r12d, r12d
       je       SHORT G_M000_IG62
       mov      rsi, qword ptr [r15+0x10]
       mov      rdi, r14
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:BeginDue(long):this]
 
G_M000_IG62:
       mov      rsi, gword ptr [r14+0x40]
       inc      qword ptr [rsi+0x38]
       jmp      SHORT G_M000_IG66
 
G_M000_IG63:
       xor      esi, esi
       mov      qword ptr [rbp-0xC8], rsi
       mov      dword ptr [rbp-0xC0], esi
       lea      rsi, [rbp-0xC8]
       mov      rdi, r13
       call     [LowLatency.Trading.Risk.RiskStage:Stop(byref):bool:this]
       jmp      SHORT G_M000_IG65
 
G_M000_IG64:
       inc      qword ptr [r12+0x60]
 
G_M000_IG65:
       mov      rsi, gword ptr [r14+0x40]
       inc      qword ptr [rsi+0x50]
       mov      rsi, qword ptr [r15+0x10]
       mov      rdi, r14
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:BeginSweep(long):this]
       mov      rsi, qword ptr [r15+0x10]
       mov      rdi, r14
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:BeginDue(long):this]
 
G_M000_IG66:
       nop      
 
G_M000_IG67:
       add      rsp, 392
       pop      rbx
       pop      r12
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 2811

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:NewOrder(byref):this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX + EVEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; partially interruptible
; No PGO data
; 0 inlinees with PGO data; 67 single block inlinees; 15 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     rbx
       sub      rsp, 16
       lea      rbp, [rsp+0x30]
       mov      r15, rdi
       mov      rbx, rsi
 
G_M000_IG02:
       mov      rcx, qword ptr [rbx]
       shr      rcx, 8
       add      rcx, -513
       mov      rdx, 0xD1FFAB1E
       test     rcx, rdx
       jne      G_M000_IG13
 
G_M000_IG03:
       shr      rcx, 16
       mov      edx, 27
       sarx     ecx, edx, ecx
       test     cl, 1
       je       G_M000_IG13
       lea      rdi, bword ptr [r15+0x160]
       mov      rcx, gword ptr [r15+0xA8]
       mov      rdx, qword ptr [rbx+0x08]
       mov      esi, edx
       shr      rdx, 48
       cmp      esi, dword ptr [rcx+0x28]
       jae      SHORT G_M000_IG04
       mov      eax, dword ptr [rcx+0x2C]
       cmp      edx, eax
       jae      SHORT G_M000_IG04
       mov      rcx, qword ptr [rcx+0x20]
       imul     esi, eax
       add      edx, esi
       mov      esi, dword ptr [rcx+4*rdx]
       jmp      SHORT G_M000_IG05
 
G_M000_IG04:
       xor      esi, esi
 
G_M000_IG05:
       mov      rcx, gword ptr [rdi+0x18]
       movzx    rdx, word  ptr [rbx+0x0C]
       movzx    rax, dx
       mov      r8, qword ptr [rcx+0x68]
       imul     eax, dword ptr [rcx+0x74]
       add      eax, esi
       shl      rax, 7
       add      rax, r8
       mov      r8, qword ptr [rbx+0x20]
       mov      rcx, gword ptr [rdi+0x08]
       mov      rcx, qword ptr [rcx+0x10]
       movsxd   r9, dword ptr [rax+0x68]
       shl      r9, 7
       add      r9, rcx
       mov      rcx, gword ptr [rdi]
       mov      rcx, qword ptr [rcx+0x30]
       lea      r10, [rcx+8*rdx]
       mov      r11, qword ptr [rbx+0x28]
       mov      rdx, qword ptr [rbx+0x18]
       cmp      byte  ptr [rax+0x70], 0
       je       G_M000_IG13
       mov      rcx, rdx
       sub      rcx, qword ptr [rax]
       cmp      rcx, qword ptr [rax+0x08]
       ja       G_M000_IG13
       mov      rcx, r8
       sub      rcx, qword ptr [rax+0x10]
       cmp      rcx, qword ptr [rax+0x18]
       ja       G_M000_IG13
       lea      r14, bword ptr [rax+0x20]
       mov      r13, rdx
       imul     r13, qword ptr [r14]
       mov      ecx, dword ptr [r14+0x10]
       ror      r13, cl
       cmp      r13, qword ptr [r14+0x08]
       ja       G_M000_IG13
       lea      r14, bword ptr [rax+0x38]
       mov      r13, r8
       imul     r13, qword ptr [r14]
       mov      ecx, dword ptr [r14+0x10]
       ror      r13, cl
       cmp      r13, qword ptr [r14+0x08]
       ja       G_M000_IG13
       lea      rcx, [rbp-0x28]
       mulx     rdx, r14, r8
       mov      qword ptr [rcx], r14
       cmp      rdx, qword ptr [rax+0x50]
       jae      G_M000_IG13
       movzx    rcx, byte  ptr [rbx+0x01]
       xor      edx, edx
       mov      r14d, -1
       cmp      ecx, 1
       cmovne   edx, r14d
       movsxd   rdx, edx
       mov      r14, rdx
       xor      r14, qword ptr [r9+0x10]
       sub      r14, rdx
 
G_M000_IG06:
       cmp      ecx, 1
       setne    cl
       movzx    rcx, cl
       add      r14, qword ptr [r9+8*rcx+0x18]
       mov      rcx, qword ptr [r9+0x08]
       sub      rcx, r14
       cmp      rcx, r8
       jl       G_M000_IG13
       movzx    rcx, word  ptr [rbx+0x06]
       movzx    rdx, word  ptr [rax+0x6E]
       cmp      cx, dx
       jne      G_M000_IG13
       cmp      r11, qword ptr [r10]
       jbe      G_M000_IG13
       mov      rcx, gword ptr [rdi]
       mov      edx, dword ptr [rcx+0x58]
       cmp      edx, dword ptr [rcx+0x54]
       je       G_M000_IG13
       mov      dword ptr [rbx+0x78], esi
       mov      rcx, 0xD1FFAB1E
       and      rcx, qword ptr [rbx+0x08]
       movzx    rsi, word  ptr [rax+0x6C]
       shl      rsi, 48
       or       rcx, rsi
       mov      qword ptr [rbx+0x08], rcx
       cmp      byte  ptr [rbx+0x01], 1
       sete     cl
       movzx    rcx, cl
       mov      rcx, qword ptr [rax+8*rcx+0x58]
       mov      qword ptr [rbx+0x68], rcx
       cmp      byte  ptr [rax+0x71], 0
       jne      G_M000_IG12
       mov      qword ptr [r10], r11
       mov      eax, dword ptr [rax+0x68]
       mov      rcx, gword ptr [rdi]
       mov      esi, dword ptr [rcx+0x4C]
       mov      rdx, qword ptr [rcx+0x28]
       movsxd   r8, esi
       shl      r8, 7
       add      r8, rdx
       test     esi, esi
       jge      SHORT G_M000_IG07
       mov      esi, dword ptr [rcx+0x50]
       lea      r8d, [rsi+0x01]
       mov      dword ptr [rcx+0x50], r8d
       movsxd   r8, esi
       shl      r8, 7
       add      r8, rdx
       jmp      SHORT G_M000_IG08
 
G_M000_IG07:
       mov      edx, dword ptr [r8+0x54]
       mov      dword ptr [rcx+0x4C], edx
 
G_M000_IG08:
       mov      edx, dword ptr [r8+0x50]
       inc      edx
       mov      r10d, 1
       test     edx, edx
       cmovne   r10d, edx
       mov      dword ptr [r8+0x50], r10d
       inc      dword ptr [rcx+0x58]
       mov      rcx, qword ptr [rbx+0x20]
       mov      rdx, qword ptr [rbx+0x28]
       mov      r10, qword ptr [rbx+0x08]
       mov      r11, qword ptr [rbx]
       mov      qword ptr [r8+0x10], rdx
       mov      r14, qword ptr [rbx+0x18]
       mov      qword ptr [r8+0x18], r14
       mov      qword ptr [r8+0x20], rcx
       xor      r14d, r14d
       mov      qword ptr [r8+0x28], r14
 
G_M000_IG09:
       mov      qword ptr [r8], r14
 
G_M000_IG10:
       mov      qword ptr [r8+0x08], r14
       mov      qword ptr [r8+0x30], r10
       mov      r14, r11
       shr      r14, 8
       mov      r14d, r14d
       shr      r11, 48
       shl      r11, 32
       or       r11, r14
       mov      r14, 0xD1FFAB1E
       or       r11, r14
       mov      qword ptr [r8+0x38], r11
       xor      r11d, r11d
       mov      qword ptr [r8+0x40], r11
       mov      dword ptr [r8+0x48], eax
       mov      eax, dword ptr [rbx+0x78]
       mov      dword ptr [r8+0x4C], eax
       mov      rdi, gword ptr [rdi]
       shr      r10, 32
       movzx    r10, r10w
       mov      rdi, gword ptr [rdi+0x18]
       mov      rax, rdx
       shr      rax, 6
       shl      r10, 48
       add      rax, r10
       mov      r10, 0xD1FFAB1E
       imul     rax, r10
       mov      r10d, dword ptr [rdi+0x20]
       shrx     rax, rax, r10
       and      edx, 63
       xor      edx, eax
       and      edx, dword ptr [rdi+0x24]
       mov      dword ptr [r8+0x5C], edx
       mov      rax, qword ptr [rdi+0x18]
       mov      eax, dword ptr [rax+4*rdx]
       mov      dword ptr [r8+0x54], eax
       mov      rdi, qword ptr [rdi+0x18]
       lea      eax, [rsi+rsi]
       mov      dword ptr [rdi+4*rdx], eax
       cmp      byte  ptr [rbx+0x01], 1
       setne    dil
       movzx    rdi, dil
       lea      rdi, bword ptr [r9+8*rdi+0x18]
       add      qword ptr [rdi], rcx
       mov      ecx, dword ptr [r8+0x50]
       shl      rcx, 32
       mov      edi, esi
       or       rcx, rdi
       mov      qword ptr [rbx+0x60], rcx
 
G_M000_IG11:
       mov      rdi, gword ptr [r15+0x40]
       inc      qword ptr [rdi+0x18]
       lea      rdi, bword ptr [r15+0x1D0]
       lea      rsi, bword ptr [rdi+0x08]
       mov      rcx, gword ptr [rsi]
       mov      rdx, qword ptr [rcx+0x110]
       add      rdx, qword ptr [rcx+0x90]
       sub      rdx, qword ptr [rcx+0x108]
       cmp      rdx, 2
       jge      SHORT G_M000_IG14
       mov      rdx, qword ptr [rcx+0x188]
       mov      qword ptr [rcx+0x110], rdx
       mov      edx, dword ptr [rcx+0x110]
       add      edx, dword ptr [rcx+0x90]
       sub      edx, dword ptr [rcx+0x108]
       cmp      edx, 2
       jge      SHORT G_M000_IG14
       mov      ecx, 60
       jmp      G_M000_IG17
 
G_M000_IG12:
       mov      ecx, dword ptr [rax+0x68]
       mov      rsi, rbx
       mov      rdx, r9
       call     [LowLatency.Trading.Risk.RiskStage:TryTakeCounted(byref,byref,int):bool:this]
       test     eax, eax
       jne      SHORT G_M000_IG11
 
G_M000_IG13:
       mov      rdi, r15
       mov      rsi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Examine(byref):this]
       jmp      G_M000_IG19
 
G_M000_IG14:
       mov      rcx, qword ptr [rsi+0x08]
       mov      rdx, qword ptr [rsi+0x28]
       and      rdx, qword ptr [rsi+0x10]
       lea      rdx, [rdx+2*rdx]
       lea      rcx, [rcx+8*rdx]
       mov      rdx, qword ptr [rbx+0x60]
       mov      qword ptr [rcx], rdx
       mov      rdx, qword ptr [rbx+0x18]
       mov      qword ptr [rcx+0x08], rdx
       mov      rdx, qword ptr [rbx+0x20]
       mov      qword ptr [rcx+0x10], rdx
       inc      qword ptr [rsi+0x28]
       mov      rcx, gword ptr [rsi]
       mov      rdx, qword ptr [rcx+0x88]
       mov      r8, qword ptr [rcx+0x108]
       and      r8, qword ptr [rcx+0x98]
       shl      r8, 7
       add      rdx, r8
       mov      rcx, qword ptr [rbx+0x60]
       mov      r8, qword ptr [rsi+0x28]
       mov      rax, qword ptr [rbx+0x10]
       mov      r9, rax
       mov      qword ptr [rdx], 0x3004
       mov      qword ptr [rdx+0x08], r9
       mov      qword ptr [rdx+0x10], rax
       xor      eax, eax
       mov      qword ptr [rdx+0x18], rax
 
G_M000_IG15:
       mov      qword ptr [rdx+0x20], rax
       mov      qword ptr [rdx+0x28], r8
       mov      qword ptr [rdx+0x30], rcx
       mov      ecx, 1
       mov      rdx, qword ptr [rsi+0x28]
       mov      r8, qword ptr [rsi+0x20]
       sub      rdx, r8
       cmp      rdx, qword ptr [rsi+0x18]
       jbe      SHORT G_M000_IG16
       mov      rcx, qword ptr [rsi+0x08]
       mov      rdx, r8
       and      rdx, qword ptr [rsi+0x10]
       lea      rdx, [rdx+2*rdx]
       lea      rcx, [rcx+8*rdx]
       inc      r8
       mov      qword ptr [rsi+0x20], r8
       mov      rdx, gword ptr [rsi]
       mov      r8, qword ptr [rdx+0x88]
       mov      rax, qword ptr [rdx+0x108]
       inc      rax
       and      rax, qword ptr [rdx+0x98]
       shl      rax, 7
       add      r8, rax
       mov      rdx, qword ptr [rcx]
       mov      rax, qword ptr [rsi+0x28]
       mov      r9, qword ptr [rcx+0x08]
       mov      rcx, qword ptr [rcx+0x10]
       mov      r10, qword ptr [rbx+0x10]
       mov      r11, r10
       mov      qword ptr [r8], 0x24604
       mov      qword ptr [r8+0x08], r11
       mov      qword ptr [r8+0x10], r10
       mov      qword ptr [r8+0x18], r9
       mov      qword ptr [r8+0x20], rcx
       mov      qword ptr [r8+0x28], rax
       mov      qword ptr [r8+0x30], rdx
       mov      ecx, 2
 
G_M000_IG16:
       mov      rsi, gword ptr [rsi]
       mov      ecx, ecx
       add      qword ptr [rsi+0x108], rcx
       xor      ecx, ecx
 
G_M000_IG17:
       test     ecx, ecx
       je       SHORT G_M000_IG18
       mov      rsi, rbx
       mov      edx, 56
       xor      r8d, r8d
       call     [LowLatency.Trading.Venues.SubmitStage`1[LowLatency.Latency.Orders.RestingGateway]:Refuse(byref,byte,byte,bool):this]
 
G_M000_IG18:
       cmp      gword ptr [r15+0x210], 0
       je       SHORT G_M000_IG19
       lea      rdi, bword ptr [r15+0x208]
       mov      rdx, gword ptr [r15+0x160]
       mov      rsi, qword ptr [rbx+0x60]
       movsxd   rsi, esi
       shl      rsi, 7
       add      rsi, qword ptr [rdx+0x28]
       mov      rdx, rsi
       mov      rsi, rbx
       mov      ecx, 65
       call     [LowLatency.Trading.Reporting.ReportStage:Pending(byref,byref,byte):this]
 
G_M000_IG19:
       nop      
 
G_M000_IG20:
       add      rsp, 16
       pop      rbx
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 1301

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX + EVEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; partially interruptible
; No PGO data
; 2 inlinees with PGO data; 21 single block inlinees; 12 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     r12
       push     rbx
       push     rax
       lea      rbp, [rsp+0x30]
       mov      rbx, rdi
       mov      r15, rsi
       mov      r14, rcx
 
G_M000_IG02:
       mov      r13, qword ptr [r15+0x190]
       sub      r13, qword ptr [r15+0x188]
       jne      SHORT G_M000_IG04
 
G_M000_IG03:
       mov      r13, qword ptr [r15+0x108]
       mov      qword ptr [r15+0x190], r13
       sub      r13, qword ptr [r15+0x188]
 
G_M000_IG04:
       cmp      r13d, edx
       cmovg    r13d, edx
       xor      r12d, r12d
       jmp      SHORT G_M000_IG11
 
G_M000_IG05:
       mov      rcx, rax
       jmp      G_M000_IG21
 
G_M000_IG06:
       cmp      byte  ptr [rsi], 1
       je       SHORT G_M000_IG07
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Dispatch(byref):this]
       jmp      SHORT G_M000_IG10
 
G_M000_IG07:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:NewOrder(byref):this]
       jmp      SHORT G_M000_IG10
 
G_M000_IG08:
       xor      rdx, rdx
 
G_M000_IG09:
       test     rdx, rdx
       je       G_M000_IG25
       movzx    rdi, byte  ptr [rsi+0x01]
       cmp      edi, 48
       je       G_M000_IG24
       cmp      edi, 70
       je       G_M000_IG23
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Change(byref,byref):this]
 
G_M000_IG10:
       inc      r12d
 
G_M000_IG11:
       cmp      r12d, r13d
       jge      G_M000_IG26
 
G_M000_IG12:
       mov      rdi, gword ptr [rbx+0x58]
       mov      rax, qword ptr [rdi+0x108]
       cmp      rax, qword ptr [rdi+0x188]
       je       SHORT G_M000_IG14
 
G_M000_IG13:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeCommands[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG14:
       mov      rdi, gword ptr [rbx+0x70]
       mov      rax, qword ptr [rdi+0x108]
       cmp      rax, qword ptr [rdi+0x188]
       je       SHORT G_M000_IG16
 
G_M000_IG15:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeDue[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG16:
       cmp      dword ptr [rbx+0x14C], 0
       jg       SHORT G_M000_IG18
 
G_M000_IG17:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:FindRoom[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():bool:this]
       test     eax, eax
       je       G_M000_IG26
 
G_M000_IG18:
       mov      rsi, qword ptr [r15+0x88]
       movsxd   rdi, r12d
       add      rdi, qword ptr [r15+0x188]
       and      rdi, qword ptr [r15+0x98]
       shl      rdi, 7
       add      rsi, rdi
       test     r14, r14
       je       SHORT G_M000_IG20
 
G_M000_IG19:
       mov      rdi, qword ptr [rsi+0x08]
       mov      rax, 0xD1FFAB1E
       and      rax, rdi
       cmp      rax, r14
       je       SHORT G_M000_IG20
       mov      rax, 0xD1FFAB1E
       and      rdi, rax
       or       rdi, r14
       mov      qword ptr [rsi+0x08], rdi
 
G_M000_IG20:
       cmp      byte  ptr [rsi], sil
       mov      rdi, qword ptr [rbx+0x150]
       inc      rdi
       mov      rax, qword ptr [rsi+0x10]
       mov      rcx, qword ptr [rbx+0x140]
       cmp      rax, rcx
       jge      G_M000_IG05
 
G_M000_IG21:
       mov      qword ptr [rsi+0x40], rdi
       mov      qword ptr [rsi+0x10], rcx
       mov      qword ptr [rbx+0x150], rdi
       mov      qword ptr [rbx+0x140], rcx
       dec      dword ptr [rbx+0x14C]
       cmp      byte  ptr [rsi], 4
       jne      G_M000_IG06
 
G_M000_IG22:
       mov      rdi, gword ptr [rbx+0x160]
       mov      rdx, qword ptr [rsi+0x30]
       cmp      edx, dword ptr [rdi+0x50]
       jae      G_M000_IG08
       mov      eax, edx
       shl      rax, 7
       add      rax, qword ptr [rdi+0x28]
       shr      rdx, 32
       cmp      dword ptr [rax+0x50], edx
       jne      G_M000_IG08
       cmp      byte  ptr [rax+0x3E], 0
       je       G_M000_IG08
       mov      rdx, rax
       jmp      G_M000_IG09
 
G_M000_IG23:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Fill(byref,byref):this]
       jmp      G_M000_IG10
 
G_M000_IG24:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Accept(byref,byref):this]
       jmp      G_M000_IG10
 
G_M000_IG25:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Unmatched(byref):this]
       jmp      G_M000_IG10
 
G_M000_IG26:
       movsxd   rax, r12d
       add      qword ptr [r15+0x188], rax
 
G_M000_IG27:
       add      rsp, 8
       pop      rbx
       pop      r12
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 524

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:PollGateway[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX + EVEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; fully interruptible
; No PGO data
; 2 inlinees with PGO data; 27 single block inlinees; 12 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     rbx
       lea      rbp, [rsp+0x20]
       mov      rbx, rdi
 
G_M000_IG02:
       mov      r15d, 64
 
G_M000_IG03:
       mov      rdi, gword ptr [rbx+0x1D8]
       mov      r14, qword ptr [rdi+0x190]
       sub      r14, qword ptr [rdi+0x188]
       jne      SHORT G_M000_IG05
 
G_M000_IG04:
       mov      r14, qword ptr [rdi+0x108]
       mov      qword ptr [rdi+0x190], r14
       sub      r14, qword ptr [rdi+0x188]
 
G_M000_IG05:
       cmp      r14d, r15d
       jg       G_M000_IG16
 
G_M000_IG06:
       xor      r13d, r13d
       cmp      r13d, r14d
       jge      G_M000_IG26
 
G_M000_IG07:
       mov      rdi, gword ptr [rbx+0x58]
       mov      rax, qword ptr [rdi+0x108]
       cmp      rax, qword ptr [rdi+0x188]
       je       SHORT G_M000_IG09
 
G_M000_IG08:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeCommands[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG09:
       mov      rdi, gword ptr [rbx+0x70]
       mov      rax, qword ptr [rdi+0x108]
       cmp      rax, qword ptr [rdi+0x188]
       je       SHORT G_M000_IG11
 
G_M000_IG10:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeDue[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG11:
       cmp      dword ptr [rbx+0x14C], 0
       jg       SHORT G_M000_IG13
 
G_M000_IG12:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:FindRoom[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():bool:this]
       test     eax, eax
       je       G_M000_IG26
 
G_M000_IG13:
       mov      rdi, gword ptr [rbx+0x1D8]
       mov      rsi, qword ptr [rdi+0x88]
       movsxd   rax, r13d
       add      rax, qword ptr [rdi+0x188]
       and      rax, qword ptr [rdi+0x98]
       shl      rax, 7
       add      rsi, rax
       cmp      byte  ptr [rsi], sil
       mov      rdi, qword ptr [rbx+0x150]
       inc      rdi
       mov      rax, qword ptr [rsi+0x10]
       mov      rcx, qword ptr [rbx+0x140]
       cmp      rax, rcx
       jge      SHORT G_M000_IG17
 
G_M000_IG14:
       mov      qword ptr [rsi+0x40], rdi
       mov      qword ptr [rsi+0x10], rcx
       mov      qword ptr [rbx+0x150], rdi
       mov      qword ptr [rbx+0x140], rcx
       dec      dword ptr [rbx+0x14C]
       cmp      byte  ptr [rsi], 4
       jne      SHORT G_M000_IG18
 
G_M000_IG15:
       mov      rdi, gword ptr [rbx+0x160]
       mov      rdx, qword ptr [rsi+0x30]
       cmp      edx, dword ptr [rdi+0x50]
       jae      SHORT G_M000_IG20
       mov      eax, edx
       shl      rax, 7
       add      rax, qword ptr [rdi+0x28]
       shr      rdx, 32
       cmp      dword ptr [rax+0x50], edx
       jne      SHORT G_M000_IG20
       cmp      byte  ptr [rax+0x3E], 0
       je       SHORT G_M000_IG20
       mov      rdx, rax
       jmp      SHORT G_M000_IG21
 
G_M000_IG16:
       mov      r14d, r15d
       jmp      G_M000_IG06
 
G_M000_IG17:
       mov      rcx, rax
       jmp      SHORT G_M000_IG14
 
G_M000_IG18:
       cmp      byte  ptr [rsi], 1
       je       SHORT G_M000_IG19
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Dispatch(byref):this]
       jmp      SHORT G_M000_IG25
 
G_M000_IG19:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:NewOrder(byref):this]
       jmp      SHORT G_M000_IG25
 
G_M000_IG20:
       xor      rdx, rdx
 
G_M000_IG21:
       test     rdx, rdx
       je       SHORT G_M000_IG24
       movzx    rdi, byte  ptr [rsi+0x01]
       cmp      edi, 48
       je       SHORT G_M000_IG23
       cmp      edi, 70
       je       SHORT G_M000_IG22
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Change(byref,byref):this]
       jmp      SHORT G_M000_IG25
 
G_M000_IG22:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Fill(byref,byref):this]
       jmp      SHORT G_M000_IG25
 
G_M000_IG23:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Accept(byref,byref):this]
       jmp      SHORT G_M000_IG25
 
G_M000_IG24:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Unmatched(byref):this]
 
G_M000_IG25:
       inc      r13d
       cmp      r13d, r14d
       jl       G_M000_IG07
 
G_M000_IG26:
       mov      rax, gword ptr [rbx+0x1D8]
       movsxd   rcx, r13d
       add      qword ptr [rax+0x188], rcx
       sub      r15d, r13d
       cmp      r13d, r14d
       jne      SHORT G_M000_IG28
 
G_M000_IG27:
       test     r14d, r14d
       jle      SHORT G_M000_IG28
       test     r15d, r15d
       jle      SHORT G_M000_IG28
       lea      rax, bword ptr [rbx+0x1D8]
       mov      rcx, gword ptr [rax]
       mov      rcx, qword ptr [rcx+0x188]
       mov      rax, gword ptr [rax]
       cmp      rcx, qword ptr [rax+0x108]
       jne      G_M000_IG03
 
G_M000_IG28:
       pop      rbx
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 510

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:PollSources[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](int):int:this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX + EVEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; fully interruptible
; No PGO data
; 0 inlinees with PGO data; 46 single block inlinees; 19 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     r12
       push     rbx
       sub      rsp, 24
       lea      rbp, [rsp+0x40]
       mov      rbx, rdi
       mov      r15d, esi
 
G_M000_IG02:
       mov      r14, qword ptr [rbx+0x150]
 
G_M000_IG03:
       mov      r13, qword ptr [rbx+0x150]
       mov      rdi, gword ptr [rbx+0x58]
       mov      rax, qword ptr [rdi+0x108]
       cmp      rax, qword ptr [rdi+0x188]
       je       SHORT G_M000_IG05
 
G_M000_IG04:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeCommands[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG05:
       mov      rdi, gword ptr [rbx+0x68]
       mov      rax, qword ptr [rdi+0x190]
       sub      rax, qword ptr [rdi+0x188]
       jne      SHORT G_M000_IG07
 
G_M000_IG06:
       mov      rax, qword ptr [rdi+0x108]
       mov      qword ptr [rdi+0x190], rax
       sub      rax, qword ptr [rdi+0x188]
 
G_M000_IG07:
       test     eax, eax
       jle      SHORT G_M000_IG09
 
G_M000_IG08:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeSweep[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG09:
       mov      rdi, gword ptr [rbx+0x70]
       mov      rax, qword ptr [rdi+0x108]
       cmp      rax, qword ptr [rdi+0x188]
       je       SHORT G_M000_IG11
 
G_M000_IG10:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeDue[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG11:
       mov      rsi, gword ptr [rbx+0x60]
       mov      rdi, qword ptr [rsi+0x108]
       cmp      rdi, qword ptr [rsi+0x188]
       je       SHORT G_M000_IG13
 
G_M000_IG12:
       mov      rdi, rbx
       mov      edx, 64
       xor      ecx, ecx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this]
 
G_M000_IG13:
       lea      rdi, bword ptr [rbx+0x1D8]
       mov      rax, gword ptr [rdi]
       mov      rax, qword ptr [rax+0x188]
       mov      rdi, gword ptr [rdi]
       cmp      rax, qword ptr [rdi+0x108]
       je       SHORT G_M000_IG15
 
G_M000_IG14:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:PollGateway[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG15:
       mov      r12, gword ptr [rbx+0x88]
       mov      eax, dword ptr [r12+0x08]
       test     eax, eax
       jle      SHORT G_M000_IG20
 
G_M000_IG16:
       add      r12, 16
       mov      dword ptr [rbp-0x30], eax
 
G_M000_IG17:
       mov      rsi, gword ptr [r12]
       mov      rdi, qword ptr [rsi+0x108]
       cmp      rdi, qword ptr [rsi+0x188]
       je       SHORT G_M000_IG19
 
G_M000_IG18:
       mov      rdi, rbx
       mov      edx, 64
       xor      ecx, ecx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this]
 
G_M000_IG19:
       add      r12, 8
       mov      eax, dword ptr [rbp-0x30]
       dec      eax
       mov      dword ptr [rbp-0x30], eax
       jne      SHORT G_M000_IG17
 
G_M000_IG20:
       mov      rsi, gword ptr [rbx+0x80]
       mov      rdi, qword ptr [rsi+0x108]
       cmp      rdi, qword ptr [rsi+0x188]
       je       SHORT G_M000_IG22
 
G_M000_IG21:
       mov      rdi, rbx
       mov      edx, 64
       xor      ecx, ecx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this]
 
G_M000_IG22:
       mov      r12, gword ptr [rbx+0x90]
       xor      eax, eax
       mov      r8d, dword ptr [r12+0x08]
       mov      dword ptr [rbp-0x2C], r8d
       test     r8d, r8d
       jle      SHORT G_M000_IG26
 
G_M000_IG23:
       mov      rsi, gword ptr [r12+8*rax+0x10]
       mov      rcx, qword ptr [rsi+0x108]
       cmp      rcx, qword ptr [rsi+0x188]
       je       SHORT G_M000_IG25
 
G_M000_IG24:
       mov      rsi, gword ptr [r12+8*rax+0x10]
       mov      qword ptr [rbp-0x38], rax
       lea      ecx, [rax+0x01]
       movsxd   rcx, ecx
       shl      rcx, 32
       mov      rdi, rbx
       mov      edx, 32
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this]
       mov      rax, qword ptr [rbp-0x38]
 
G_M000_IG25:
       inc      eax
       mov      rdi, rax
       mov      r8d, dword ptr [rbp-0x2C]
       cmp      r8d, edi
       mov      rax, rdi
       jg       SHORT G_M000_IG23
 
G_M000_IG26:
       mov      rdi, gword ptr [rbx+0x68]
       mov      rax, qword ptr [rdi+0x190]
       sub      rax, qword ptr [rdi+0x188]
       jne      SHORT G_M000_IG28
 
G_M000_IG27:
       mov      rax, qword ptr [rdi+0x108]
       mov      qword ptr [rdi+0x190], rax
       sub      rax, qword ptr [rdi+0x188]
 
G_M000_IG28:
       test     eax, eax
       jle      SHORT G_M000_IG30
 
G_M000_IG29:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeSweep[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG30:
       mov      rdi, gword ptr [rbx+0x70]
       mov      rax, qword ptr [rdi+0x108]
       cmp      rax, qword ptr [rdi+0x188]
       je       SHORT G_M000_IG32
 
G_M000_IG31:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeDue[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG32:
       mov      rsi, gword ptr [rbx+0x60]
       mov      rdi, qword ptr [rsi+0x108]
       cmp      rdi, qword ptr [rsi+0x188]
       je       SHORT G_M000_IG34
 
G_M000_IG33:
       mov      rdi, rbx
       mov      edx, 64
       xor      ecx, ecx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this]
 
G_M000_IG34:
       lea      rdi, bword ptr [rbx+0x1D8]
       mov      rax, gword ptr [rdi]
       mov      rax, qword ptr [rax+0x188]
       mov      rdi, gword ptr [rdi]
       cmp      rax, qword ptr [rdi+0x108]
       je       SHORT G_M000_IG36
 
G_M000_IG35:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:PollGateway[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG36:
       mov      rax, qword ptr [rbx+0x150]
       sub      rax, r13
       cmp      rax, 32
       jl       SHORT G_M000_IG38
 
G_M000_IG37:
       mov      rax, qword ptr [rbx+0x150]
       sub      rax, r14
       movsxd   rcx, r15d
       cmp      rax, rcx
       jl       G_M000_IG03
 
G_M000_IG38:
       mov      eax, dword ptr [rbx+0x150]
       sub      eax, r14d
 
G_M000_IG39:
       add      rsp, 24
       pop      rbx
       pop      r12
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 654

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Turn(int):int:this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX + EVEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; partially interruptible
; No PGO data
; 0 inlinees with PGO data; 2 single block inlinees; 0 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     rbx
       lea      rbp, [rsp+0x10]
       mov      rbx, rdi
       mov      r15d, esi
 
G_M000_IG02:
       cmp      byte  ptr [rbx+0x14A], 0
       jne      SHORT G_M000_IG04
 
G_M000_IG03:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeSources():this]
 
G_M000_IG04:
       mov      rdi, rbx
       mov      esi, r15d
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:PollSources[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](int):int:this]
       mov      rcx, gword ptr [rbx+0x40]
       mov      rdx, qword ptr [rbx+0x150]
       mov      qword ptr [rcx+0x10], rdx
 
G_M000_IG05:
       pop      rbx
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 65
